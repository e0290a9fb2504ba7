//! Lines that are no lines any more.
//!
//! Some collections of news join all lines of an article and set a full stop,
//! with a space before it, behind each that had none: "By . Staff Reporter .
//! PUBLISHED: . 14:11 EST, 25 October 2013 . The bishop said …". There the space
//! tells headings, captions and bylines from sentences.

use crate::text::marks::Stretch;

/// Full stops that are set apart for each that is not, at most: in texts that
/// were cut into words nearly all are.
const MOST_APART: usize = 4;

/// Tells whether the lines of a text were joined. Only collections in Latin
/// script are known to do so; where others write a space before a full stop
/// it is a habit of spelling.
pub(super) fn are_joined(text: Stretch<'_>) -> bool {
    let (mut apart, mut attached) = (0_usize, 0_usize);
    for stop in text.marks().filter(|mark| mark.char == '.') {
        let (before, after) = text.text.as_bytes().split_at(stop.at);
        if after.get(1).is_none_or(u8::is_ascii_whitespace) {
            match before {
                [.., last] if last.is_ascii_alphanumeric() => attached += 1,
                [.., last, b' '] if last.is_ascii() => apart += 1,
                _ => {}
            }
        }
    }
    0 < apart && apart <= MOST_APART * attached
}

/// Returns a sentence without the full stop that is set apart behind it, if
/// it has one.
pub(super) fn without_stop(sentence: &str) -> Option<&str> {
    let line = sentence.strip_suffix('.')?;
    line.ends_with(' ').then(|| line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::marks::marks;

    #[test]
    fn joined_lines_are_told_from_cut_words() {
        let is_joined = |text: &str| are_joined(Stretch::new(text, &marks(text)));
        let joined = "By . Staff Reporter . The bishop resigned. He was ill. He said so.";
        assert!(is_joined(joined));
        for other in [
            "The bishop resigned. He was ill.",
            "The bishop resigned . He was ill .",
            "The bishop , 63 , resigned on Jan. 5 . He was ill . He said so . He left . Soon .",
            "استقال الأسقف . وكان مريضا. وقال ذلك . In 2013. Ltd.",
            "A .22 rifle was found. Nobody was hurt.",
            " .",
            "",
        ] {
            assert!(!is_joined(other), "{other}");
        }
    }

    #[test]
    fn a_stop_is_taken_off_where_it_is_set_apart() {
        assert_eq!(without_stop("Staff Reporter ."), Some("Staff Reporter"));
        assert_eq!(without_stop("He was ill."), None);
        assert_eq!(without_stop("Who is ill"), None);
    }
}
