//! Words that are said together: marks part clauses, what is said by the way
//! and what others say, and words on both sides of one make no phrase.

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
    ",،，、፣;؛；፤:：፥፦\"“”„«»()（）[]{}「」『』".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::AnalyzedText;

    #[test]
    fn marks_part_words_and_blanks_do_not() {
        let source = "The bank (of Japan) raised  rates, prices’ rise 1,200 m";
        let text = AnalyzedText::new("", source, Some("en"));
        let said = |words: &[Word]| source[words[0].range.start..][..].len();
        let starts: Vec<usize> = clauses(source, &text.words).map(said).collect();
        let expected = ["The bank", "of Japan", "raised", "prices"];
        let expected = expected.map(|clause| source[source.find(clause).expect("there")..].len());
        assert_eq!(starts, expected);
        assert!(is_parted(source, &text.words[1..3]));
        assert!(!is_parted(source, &text.words[2..4]));
    }
}
