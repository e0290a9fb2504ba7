//! Headlines as labels that cost nothing: who writes one picks what matters,
//! so sentences that it echoes matter (Nenkova and McKeown 2011, ch. 4). The
//! features are computed as if there were no headline, so that the trees
//! learn what such sentences look like, not to compare.

use super::Example;
use crate::summary::features::{NAMES, TitleWords};
use crate::summary::sentence_features;
use crate::text::AnalyzedText;

/// What a content word takes off what a sentence shares with the headline:
/// a long sentence shares much by chance.
const COST_OF_WORD: f64 = 0.02;

/// Tells whether a feature has nothing to do with the title.
pub(super) fn may_see(feature: usize) -> bool {
    NAMES
        .get(feature)
        .is_some_and(|name| !name.contains("title"))
}

/// Makes an example of a text with a headline and no labels; `None` if no
/// sentence shares a content word with it, or there is only one.
#[must_use]
pub fn example(headline: &str, text: &str, language: Option<&str>, weight: f32) -> Option<Example> {
    let mut text = AnalyzedText::new("", text, language);
    let (candidates, rows): (Vec<usize>, Vec<_>) = sentence_features(&text).into_iter().unzip();
    let words = text.read_more(headline);
    let wanted = TitleWords::of(&text, words.iter());
    let echoes: Vec<f64> = candidates
        .iter()
        .map(|&at| echo(&wanted, &text, at))
        .collect();
    let most = echoes.iter().copied().fold(0.0, f64::max);
    (most > 0.0 && rows.len() > 1).then(|| Example {
        rows,
        labels: echoes.iter().map(|echo| to_f32(echo / most)).collect(),
        weight,
    })
}

fn echo(wanted: &TitleWords, text: &AnalyzedText<'_>, sentence: usize) -> f64 {
    let words = text.words_of(&text.sentences[sentence]);
    let content: f64 = words.iter().map(|word| f64::from(!word.stop)).sum();
    wanted.share(words) / (1.0 + COST_OF_WORD * content)
}

#[expect(clippy::cast_possible_truncation, reason = "labels need no more")]
fn to_f32(label: f64) -> f32 {
    label as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The council met on Monday. A new bridge over the river will open. \
                        Bread was sold at noon.";

    #[test]
    fn the_sentence_that_a_headline_echoes_has_the_highest_label() {
        let made = example("River bridge opens", TEXT, Some("en"), 2.0).expect("an echo");
        assert_eq!(made.labels, [0.0, 1.0, 0.0]);
        assert_eq!((made.rows.len(), made.weight), (3, 2.0));
    }

    #[test]
    fn the_features_do_not_know_the_headline() {
        let one = example("River bridge opens", TEXT, Some("en"), 1.0).expect("an echo");
        let other = example("Council sells bread", TEXT, Some("en"), 1.0).expect("an echo");
        assert_eq!(one.rows, other.rows);
        assert!(!may_see(
            NAMES
                .iter()
                .position(|name| *name == "title_rank")
                .expect("it")
        ));
    }

    #[test]
    fn a_headline_without_an_echo_is_no_example() {
        assert_eq!(example("Snow in June", TEXT, Some("en"), 1.0), None);
        assert_eq!(example("", TEXT, Some("en"), 1.0), None);
    }
}
