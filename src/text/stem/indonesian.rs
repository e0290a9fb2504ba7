//! Indonesian and Malay: cuts particles, possessives and the commonest derivational affixes, after
//! Tala 2003, "A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia", without
//! restoring the consonants that me- and pe- absorb (menulis stays apart from tulis).

/// The shortest stem, in bytes, which are letters here.
const SHORTEST: usize = 4;

/// Words that only look as if they had affixes.
const WHOLE: [&str; 8] = [
    "beruang", "ekonomi", "industri", "masalah", "menteri", "menular", "pengadil", "sekolah",
];

/// Returns the stem of a lower-case word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    if WHOLE.contains(&word) {
        return word;
    }
    let word = cut_end(word, &["lah", "kah", "pun"]);
    let word = cut_end(word, &["nya", "ku", "mu"]);
    let word = cut_end(word, &["kan", "an", "i"]);
    cut_start(
        word,
        &[
            "meng", "mem", "men", "ber", "ter", "per", "di", "ke", "se", "me",
        ],
    )
}

fn cut_end<'a>(word: &'a str, endings: &[&str]) -> &'a str {
    let rest = endings.iter().find_map(|ending| word.strip_suffix(ending));
    rest.filter(|rest| rest.len() >= SHORTEST).unwrap_or(word)
}

fn cut_start<'a>(word: &'a str, prefixes: &[&str]) -> &'a str {
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
    rest.filter(|rest| rest.len() >= SHORTEST).unwrap_or(word)
}
