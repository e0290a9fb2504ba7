//! ROUGE (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", ACL
//! Workshop 2004) over Unicode word tokens.
//!
//! Google's `rouge_score` deletes every letter that is not ASCII, so that
//! Arabic scores 0. Here a token is a run of letters, digits and their marks
//! in normalised form (lower case, one form for Arabic letters written in
//! several ways, without vowel marks); where words are written without blanks between them, as in
//! Chinese, Japanese and Thai, a letter with its marks. No stemming, no stop words.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthChar as _;

use crate::text::normalize::{Casing, normalize};
use crate::text::sentence::is_unspaced;

/// F1 of the three measures, each in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rouge {
    /// Common words.
    pub one: f64,
    /// Common pairs of neighbouring words.
    pub two: f64,
    /// Longest common subsequence of words.
    pub l: f64,
}

/// Words of a text as numbers, the same number for the same word.
pub type Tokens = Vec<u32>;

/// Numbers words.
#[derive(Debug)]
pub struct Tokenizer {
    casing: Casing,
    known: BTreeMap<String, u32>,
}

impl Tokenizer {
    /// Starts with no word, for texts of which capitals are those of `casing`.
    #[must_use]
    pub fn new(casing: Casing) -> Self {
        Self {
            casing,
            known: BTreeMap::new(),
        }
    }

    /// Splits a text into tokens.
    pub fn tokens(&mut self, text: &str) -> Tokens {
        let normalized = normalize(text, self.casing);
        normalized
            .split(|c| !is_token_char(c))
            .flat_map(words)
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .map(|word| self.number(word))
            .collect()
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(&known) = self.known.get(word) {
            return known;
        }
        // More words than u32 counts do not fit into memory.
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.insert(word.to_owned(), next);
        next
    }
}

/// Cuts a run of letters where it is written without blanks: before each letter, with the marks
/// behind it left to it.
fn words(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices().peekable();
        let (_, first) = chars.next()?;
        let cut =
            chars.find(|&(_, c)| c.width() > Some(0) && (is_unspaced(first) || is_unspaced(c)));
        let (word, behind) = rest.split_at(cut.map_or(rest.len(), |(at, _)| at));
        rest = behind;
        Some(word)
    })
}

/// Letters, digits and the marks that some scripts write vowels with, but not
/// the dandas among these, which end sentences.
fn is_token_char(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{963}' | '\u{966}'..='\u{DFF}' | '\u{E31}'..='\u{E4E}')
}

/// Scores a summary against one reference.
#[must_use]
pub fn score(summary: &[u32], reference: &[u32]) -> Rouge {
    Rouge {
        one: overlap(&grams(summary, 1), &grams(reference, 1)),
        two: overlap(&grams(summary, 2), &grams(reference, 2)),
        l: f1(
            longest_common(summary, reference),
            summary.len(),
            reference.len(),
        ),
    }
}

/// Scores a summary against several references: the mean over them.
#[must_use]
pub fn mean_score(summary: &[u32], references: &[Tokens]) -> Rouge {
    let mut sum = Rouge::default();
    for reference in references {
        let one = score(summary, reference);
        sum = Rouge {
            one: sum.one + one.one,
            two: sum.two + one.two,
            l: sum.l + one.l,
        };
    }
    let count = to_f64(references.len().max(1));
    Rouge {
        one: sum.one / count,
        two: sum.two / count,
        l: sum.l / count,
    }
}

/// ROUGE-1 alone, as the mean over several references.
pub(super) fn mean_one(summary: &[u32], references: &[Tokens]) -> f64 {
    let of = |reference: &Tokens| overlap(&grams(summary, 1), &grams(reference, 1));
    references.iter().map(of).sum::<f64>() / to_f64(references.len().max(1))
}

/// Shortest sentence whose words all count: of a shorter one, the words that
/// are missing count as not found.
const FEWEST_WORDS: usize = 5;
/// The same for pairs of words.
const FEWEST_PAIRS: usize = 3;

/// How much of a sentence stands in the references: the mean over them and
/// over its words and its pairs of words, in [0, 1].
pub(super) fn share_of_words(sentence: &[u32], references: &[Tokens]) -> f64 {
    let share = |reference: &Tokens, size: usize, fewest: usize| {
        let (ours, theirs) = (grams(sentence, size), grams(reference, size));
        to_f64(common(&ours, &theirs)) / to_f64(ours.len().max(fewest))
    };
    let of = |reference: &Tokens| {
        f64::midpoint(
            share(reference, 1, FEWEST_WORDS),
            share(reference, 2, FEWEST_PAIRS),
        )
    };
    references.iter().map(of).sum::<f64>() / to_f64(references.len().max(1))
}

fn grams(tokens: &[u32], size: usize) -> Vec<&[u32]> {
    let mut grams: Vec<&[u32]> = tokens.windows(size).collect();
    grams.sort_unstable();
    grams
}

/// F1 of two sorted multisets.
fn overlap(a: &[&[u32]], b: &[&[u32]]) -> f64 {
    f1(common(a, b), a.len(), b.len())
}

/// Number of members that two sorted multisets share.
fn common(a: &[&[u32]], b: &[&[u32]]) -> usize {
    let (mut at, mut other, mut common) = (0, 0, 0);
    while at < a.len() && other < b.len() {
        match a[at].cmp(b[other]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => other += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                at += 1;
                other += 1;
            }
        }
    }
    common
}

fn f1(common: usize, ours: usize, theirs: usize) -> f64 {
    if ours + theirs == 0 {
        0.0
    } else {
        to_f64(2 * common) / to_f64(ours + theirs)
    }
}

fn longest_common(a: &[u32], b: &[u32]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for token in a {
        let mut diagonal = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if token == other {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words are far below 2^53"
)]
fn to_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(summary: &str, reference: &str) -> Rouge {
        let mut tokenizer = Tokenizer::new(Casing::Common);
        let summary = tokenizer.tokens(summary);
        let reference = tokenizer.tokens(reference);
        score(&summary, &reference)
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn lins_example_comes_out_as_by_hand() {
        // 3 of 4 and 4 words; 1 of 3 pairs; "the gunman" is kept in order.
        let found = of("police kill the gunman", "police killed the gunman");
        assert!(close(found.one, 0.75) && close(found.two, 1.0 / 3.0) && close(found.l, 0.75));
        let found = of("the gunman kill police", "police killed the gunman");
        assert!(close(found.one, 0.75) && close(found.two, 1.0 / 3.0) && close(found.l, 0.5));
    }

    #[test]
    fn repeated_words_count_as_often_as_in_both() {
        // Two of "a a a" and "a a b": F1 = 4 / 6.
        assert!(close(of("a a a", "a a b").one, 2.0 / 3.0));
    }

    #[test]
    fn a_sentence_shares_words_and_pairs_with_references() {
        // All 4 of 5 words wanted at least, 2 of 3 pairs; and nothing.
        let share = share_of_words(&[1, 2, 3, 4], &[vec![1, 2, 3, 9, 4], vec![8]]);
        assert!(close(share, (0.8 + 2.0 / 3.0) / 4.0));
        assert!(close(share_of_words(&[], &[vec![1]]), 0.0));
    }

    #[test]
    fn arabic_scores_whatever_the_spelling() {
        let found = of("أعلنتِ الحكومةُ", "اعلنت الحكومه");
        assert!(close(found.one, 1.0) && close(found.two, 1.0) && close(found.l, 1.0));
    }

    #[test]
    fn vowel_signs_do_not_cut_words() {
        assert_eq!(
            Tokenizer::new(Casing::Common).tokens("বাংলাদেশের খবর").len(),
            2
        );
    }

    #[test]
    fn letters_count_where_words_are_not_spaced() {
        // Six letters of seven and of six; "GDP3" is one word.
        let found = of("周一关闭了大桥", "周一关闭大桥");
        assert!(close(found.one, 2.0 * 6.0 / 13.0) && found.two > 0.5);
        assert_eq!(Tokenizer::new(Casing::Common).tokens("GDP3季度").len(), 3);
        assert_eq!(Tokenizer::new(Casing::Common).tokens("ที่นี่").len(), 2);
    }

    #[test]
    fn capitals_are_those_of_the_language() {
        let mut tokenizer = Tokenizer::new(Casing::Turkic);
        assert_eq!(tokenizer.tokens("ISPARTA"), tokenizer.tokens("ısparta"));
    }

    #[test]
    fn a_danda_is_no_part_of_the_word_before_it() {
        assert!(close(of("আজ খবর।", "আজ খবর").one, 1.0));
    }

    #[test]
    fn nothing_scores_nothing() {
        assert_eq!(of("", ""), Rouge::default());
        assert_eq!(of("...", "word"), Rouge::default());
    }
}
