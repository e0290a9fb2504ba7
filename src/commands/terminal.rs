//! What documents and labels say, for a line of a terminal: nothing of it
//! paints, breaks or turns the line.

use unicode_width::UnicodeWidthChar as _;

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const END_ISOLATE: char = '\u{2069}';
const ELLIPSIS: &str = "…";
/// Most labels that a message names.
pub(super) const MOST_NAMED: usize = 10;
/// Cells of the longest label that a message names whole.
const QUOTED_CELLS: usize = 60;

/// Puts a line between isolates, if any are needed.
pub(super) fn isolate(line: &str, opening: Option<char>) -> String {
    match opening {
        Some(opening) => format!("{opening}{line}{END_ISOLATE}"),
        None => line.to_owned(),
    }
}

/// Returns what opens an isolate for a text: its first letter says how it runs
/// (UAX #9, rule P2). None is needed where nothing runs from right to left.
pub(super) fn isolate_for(text: &str) -> Option<char> {
    if !text.chars().any(runs_right_to_left) {
        return None;
    }
    let first = text.chars().find(|c| c.is_alphabetic());
    Some(if first.is_some_and(runs_right_to_left) {
        RIGHT_TO_LEFT_ISOLATE
    } else {
        LEFT_TO_RIGHT_ISOLATE
    })
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation
/// forms.
fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Replaces what would break or paint a line: control characters, ESC among
/// them, must not reach a terminal from a document.
pub(super) fn one_line(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| {
            if c.is_control() || is_direction(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Direction characters of the text itself would reach beyond our isolates.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Sums the cells of the characters of a text: terminals give lam and alef a
/// cell each, although they are written as one.
pub(super) fn width_of(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// Cuts a text to so many cells.
pub(super) fn shortened(text: &str, cells: usize) -> String {
    if width_of(text) <= cells {
        return text.to_owned();
    }
    let mut used = width_of(ELLIPSIS);
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= cells
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}{ELLIPSIS}", start.trim_end())
}

/// Makes a text take exactly so many cells.
pub(super) fn column(text: &str, cells: usize) -> String {
    let text = shortened(&one_line(text), cells);
    let padding = " ".repeat(cells.saturating_sub(width_of(&text)));
    isolate(&text, isolate_for(&text)) + &padding
}

/// Puts a label between quotes, with all its letters and marks as they are.
pub(super) fn quoted(label: &str) -> String {
    let label = shortened(&one_line(label), QUOTED_CELLS);
    format!("\"{}\"", isolate(&label, isolate_for(&label)))
}

/// Lists the first of some names, and how many more there are of `all`.
pub(super) fn enumerated(names: impl IntoIterator<Item = String>, all: usize) -> String {
    let first: Vec<String> = names.into_iter().take(MOST_NAMED).collect();
    let more = match all.saturating_sub(first.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    first.join(", ") + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_direction_characters_never_reach_the_terminal() {
        assert_eq!(one_line("a\u{1b}[31mb\nc\u{202E}d\0"), "a [31mb c d");
    }

    #[test]
    fn long_texts_are_cut_by_what_they_take() {
        assert_eq!(shortened("science-technology", 24), "science-technology");
        let long = "local government and planning";
        assert_eq!(shortened(long, 24), "local government and pl…");
        assert_eq!(
            shortened(&"議".repeat(30), 24),
            format!("{}…", "議".repeat(11))
        );
        assert_eq!(
            shortened("a word that ends at the cut", 24),
            "a word that ends at the…"
        );
    }

    #[test]
    fn columns_are_as_wide_whatever_they_hold() {
        for (text, expected) in [
            ("sport", "sport   "),
            ("新闻", "新闻    "),
            ("हिन्दी", "हिन्दी   "),
            ("a\u{1b}[2Jb", "a [2Jb  "),
            ("economy and more", "economy…"),
            ("رياضة", "\u{2067}رياضة\u{2069}   "),
        ] {
            assert_eq!(column(text, 8), expected);
        }
    }

    #[test]
    fn quotes_leave_marks_of_letters_alone() {
        assert_eq!(quoted("हिन्दी"), "\"हिन्दी\"");
        assert_eq!(quoted("a\nb"), "\"a b\"");
    }
}
