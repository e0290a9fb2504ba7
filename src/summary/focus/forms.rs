//! Whether two spellings may be forms of one word, in a language whose stems are not known: the
//! text may quote others than its own, and some stems of short words miss their plurals.

/// Fewest letters that two forms have in common at the beginning.
const MIN_SHARED: usize = 4;
/// Most letters of an ending: "visitors", "travaux", "Museen".
const MAX_ENDING: usize = 2;
/// Fewest letters of a word that is looked for inside another.
const MIN_INSIDE: usize = 3;

/// Tells whether two normalised spellings differ by an ending only, or, in a script without
/// capitals, which writes articles and prepositions as part of the word, by what stands before.
pub(super) fn are_akin(asked: &str, found: &str) -> bool {
    ends_otherwise(asked, found) || stands_inside(asked, found)
}

fn ends_otherwise(asked: &str, found: &str) -> bool {
    let pairs = asked.chars().zip(found.chars());
    let shared = pairs.take_while(|(one, other)| one == other).count();
    let ending = |form: &str| form.chars().skip(shared).take(MAX_ENDING + 1).count();
    shared >= MIN_SHARED && ending(asked) <= MAX_ENDING && ending(found) <= MAX_ENDING
}

/// הילדים has ילד in it.
fn stands_inside(asked: &str, found: &str) -> bool {
    if asked.starts_with(char::is_lowercase) || asked.chars().nth(MIN_INSIDE - 1).is_none() {
        return false;
    }
    let sides = found.split_once(asked);
    let short = |side: &str| side.chars().nth(MAX_ENDING).is_none();
    sides.is_some_and(|(before, after)| short(before) && short(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_prefixes_make_no_other_word() {
        for (asked, found) in [
            ("visitor", "visitors"),
            ("travail", "travaux"),
            ("konto", "konten"),
            ("ילד", "הילדים"),
            ("وفاه", "الوفاه"),
        ] {
            assert!(are_akin(asked, found), "{asked} {found}");
        }
        for (asked, found) in [
            ("bank", "band"),
            ("import", "important"),
            ("port", "airport"),
            ("من", "المنزل"),
            ("", "word"),
        ] {
            assert!(!are_akin(asked, found), "{asked} {found}");
        }
    }
}
