//! How far the terms of a short text are trusted.
//!
//! Vectors have unit length, so that one word of a headline speaks as loudly
//! as a whole article. It should not: of a text of `n` words the log-odds are
//! taken to `anchor + share(n) × (log-odds − anchor)`.

use super::TopicScore;
use super::features::Emphasis;
use super::story;
use crate::text::AnalyzedText;

/// Trust by length: `1 − doubt × exp(−n / words)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trust {
    /// Share of the log-odds that an empty text loses, in [0, 1].
    pub doubt: f64,
    /// Words by which the doubt falls to a third; above 0.
    pub words: f64,
    /// Log-odds of the anchor beyond those of a topic's share of the documents:
    /// the terms that a short text lacks speak against every topic, and too
    /// loudly as well.
    pub lift: f64,
}

impl Trust {
    /// For models of articles that have learnt from texts about nothing. Share and words fitted by
    /// log-loss to the openings of 2 to 80 words, the titles and the whole of the development
    /// documents, under a model that had not seen them, and a part of the way there; the lift
    /// chosen between titles, which a lower one takes topics from, and texts about nothing, which
    /// a higher one gives some.
    pub const NEWS: Self = Self {
        doubt: 0.45,
        words: 41.0,
        lift: 3.8,
    };
    /// For texts of any length, like those that the model was trained on.
    pub const FULL: Self = Self {
        doubt: 0.0,
        words: 1.0,
        lift: 0.0,
    };

    /// Returns the share of the log-odds that a text of so many words keeps.
    #[must_use]
    pub fn share(&self, words: f64) -> f64 {
        1.0 - self.doubt * (-words / self.words).exp()
    }

    /// Takes log-odds towards the anchor's.
    #[must_use]
    pub fn temper(&self, log_odds: f64, anchor: f64, words: f64) -> f64 {
        anchor + self.share(words) * (log_odds - anchor)
    }

    pub(crate) fn is_sound(&self) -> bool {
        (0.0..=1.0).contains(&self.doubt)
            && self.words > 0.0
            && self.words.is_finite()
            && self.lift.is_finite()
    }
}

/// Counts the words of a text, those of the title by what they count for.
#[expect(clippy::cast_precision_loss, reason = "word counts are far below 2^53")]
pub(super) fn length(text: &AnalyzedText<'_>, emphasis: &Emphasis) -> f64 {
    let title = text.title_words.len() as f64;
    story::words(text, usize::MAX) as f64 + f64::from(emphasis.title) * title
}

/// Takes a score towards the log-odds of its anchor; what its terms say is scaled, and
/// what is left goes into the rest.
pub(super) fn temper(score: &mut TopicScore, share: f64, anchor: f64) {
    for contribution in &mut score.contributions {
        contribution.weight *= share;
    }
    score.rest = share * score.rest + (1.0 - share) * (anchor - score.bias);
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::topic::Contribution;

    #[test]
    fn a_short_text_is_taken_towards_the_anchor() {
        let contribution = |weight| Contribution {
            weight,
            places: Rc::default(),
        };
        let mut score = TopicScore {
            bias: -5.0,
            contributions: vec![contribution(6.0), contribution(-1.0)],
            rest: 2.0,
        };
        let full = score.logit();
        temper(&mut score, Trust::NEWS.share(10.0), -2.0);
        let expected = Trust::NEWS.temper(full, -2.0, 10.0);
        assert!((score.logit() - expected).abs() < 1e-12);
        assert!(expected < full && expected > -2.0);
        assert!((score.bias + 5.0).abs() < 1e-12);
    }

    #[test]
    fn trust_grows_with_the_text() {
        let share = |words| Trust::NEWS.share(words);
        assert!((share(0.0) - 0.55).abs() < 1e-12);
        assert!(share(20.0) < share(60.0) && share(400.0) > 0.999);
        assert!((Trust::FULL.share(0.0) - 1.0).abs() < 1e-12);
    }
}
