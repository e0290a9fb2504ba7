//! Words that are said together: words on both sides of a mark that parts clauses
//! make no phrase. Quotation marks part none, as names stand between them:
//! تنظيم «القاعدة», حركة "الشباب".

use crate::text::word::Word;

/// Splits words at the marks between them in their source.
pub(crate) fn clauses<'w>(source: &str, words: &'w [Word]) -> impl Iterator<Item = &'w [Word]> {
    words.chunk_by(|one, next| !is_gap_parting(source, one, next))
}

/// Tells whether a mark stands between some of the words.
pub(crate) fn is_parted(source: &str, words: &[Word]) -> bool {
    words
        .windows(2)
        .any(|pair| is_gap_parting(source, &pair[0], &pair[1]))
}

fn is_gap_parting(source: &str, one: &Word, next: &Word) -> bool {
    let gap = source.get(one.range.end..next.range.start);
    // Most gaps are one blank.
    gap.is_some_and(|gap| gap != " " && gap.contains(is_parting))
}

/// Tells marks that part words.
pub(crate) fn is_parting(c: char) -> bool {
    ",،，、፣;؛；፤:：፥፦()（）[]{}".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::AnalyzedText;

    #[test]
    fn marks_part_words_and_blanks_do_not() {
        let source = "The “central” bank (of Japan) raised  rates, prices’ rise 1,200 m";
        let text = AnalyzedText::new("", source, Some("en"));
        let said = |words: &[Word]| {
            let [first, .., last] = words else {
                return "";
            };
            &source[first.range.start..last.range.end]
        };
        let said: Vec<&str> = clauses(source, &text.words).map(said).collect();
        let expected = [
            "The “central” bank", "of Japan", "raised  rates", "prices’ rise 1,200 m",
        ];
        assert_eq!(said, expected);
        assert!(is_parted(source, &text.words[2..4]));
        assert!(!is_parted(source, &text.words[1..3]));
    }
}
