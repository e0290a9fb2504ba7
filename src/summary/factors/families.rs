//! Which reason each feature of the ranker belongs to.

use std::sync::LazyLock;

use super::{Factor, ScoreFactor};
use crate::summary::features::{NAMES, Row};

/// Features of one reason.
type Family = (Factor, &'static [&'static str]);

#[rustfmt::skip]
static FAMILIES: [Family; 8] = [
    (Factor::Position, &[
        "position", "first", "second", "third", "depth", "last", "log_position",
        "opens_paragraph", "paragraph", "place_in_paragraph", "glued", "next_glued", "from_end",
        "paragraph_depth", "paragraph_sentences", "since_break",
    ]),
    (Factor::Centrality, &[
        "forward_centrality", "backward_centrality", "centrality", "centroid",
        "likeness_to_first", "likeness_to_next", "likeness_to_previous", "frequency",
        "introduces", "new_words", "forward_rank", "centrality_rank", "salience", "new_salience",
        "salience_beyond_first", "mean_salience", "highest_salience", "salience_rank",
        "new_salience_rank", "mean_salience_rank", "salience_beyond_first_rank", "themes",
        "new_themes", "weight",
    ]),
    (Factor::Title, &["title", "title_likeness", "title_rank", "title_new"]),
    (Factor::Length, &[
        "words", "relative_length", "fragment", "length_rank", "length", "commas", "colons",
    ]),
    (Factor::Form, &[
        "numerals", "capitals", "quoted", "opens_with_quote", "bare_quote", "says", "question",
        "exclamation", "opens_with_speech", "bare_speech", "new_speaker",
    ]),
    (Factor::Opening, &[
        "connective", "pronoun", "next_leans_back", "connective_words", "opening_new",
        "opening_returns", "opening_known",
    ]),
    (Factor::Document, &[
        "document_sentences", "document_length", "document_leans", "document_quotes",
        "document_numerals", "document_lead_title", "document_shifts", "document_says",
        "document_questions", "document_opens_with_speech", "document_new_speakers",
        "document_opening_new", "document_glued", "document_paragraph", "document_furniture",
        "document_title", "document_variety", "document_likeness", "document_first_words",
        "document_first_forward",
    ]),
    (Factor::Neighbours, &[
        "previous_words", "previous_title", "previous_opening_new", "next_words", "next_title",
        "next_opening_new", "next_forward_centrality",
    ]),
];

/// The place in [`FAMILIES`] of each feature.
static FAMILY_OF: LazyLock<[usize; NAMES.len()]> = LazyLock::new(|| {
    NAMES.map(|name| {
        let family = FAMILIES.iter().position(|(_, names)| names.contains(&name));
        // A test sees to it that every feature has one.
        family.unwrap_or(0)
    })
});

/// What each feature adds to a value, and after them each column that tells
/// what a headline would echo.
pub(in crate::summary) type Contributions = Vec<f64>;

/// Adds up what the features of each family contribute. In a document without
/// a title the features of the title only know the order of the sentences.
pub(in crate::summary) fn by_family(contributions: &[f64], has_title: bool) -> Vec<ScoreFactor> {
    const POSITION: usize = 0;
    const CENTRALITY: usize = 1;
    let mut sums = FAMILIES.each_ref().map(|(factor, _)| ScoreFactor {
        factor: *factor,
        contribution: 0.0,
    });
    let of_columns = std::iter::repeat(&CENTRALITY);
    for (&family, contribution) in FAMILY_OF.iter().chain(of_columns).zip(contributions) {
        let of_title = sums[family].factor == Factor::Title;
        let family = if of_title && !has_title {
            POSITION
        } else {
            family
        };
        sums[family].contribution += contribution;
    }
    sums.to_vec()
}

/// Takes the mean row off a weighted sum of features, so that it says how far
/// each sentence lies above or below the others; one sentence after the other,
/// as those of a long text fill much memory.
pub(in crate::summary) fn of_weights<'r>(
    weights: &[f64; NAMES.len()],
    rows: &'r [Row],
) -> impl Iterator<Item = Contributions> + use<'r> {
    let count = crate::summary::vector::to_f64(rows.len().max(1));
    let mut means = [0.0; NAMES.len()];
    for row in rows {
        for (mean, &value) in means.iter_mut().zip(row) {
            *mean += f64::from(value) / count;
        }
    }
    let weights = weights.to_vec();
    rows.iter().map(move |row| {
        let mut contributions = weights.clone();
        for ((part, &value), mean) in contributions.iter_mut().zip(row).zip(&means) {
            *part *= f64::from(value) - mean;
        }
        contributions
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_one_family() {
        for name in NAMES {
            let families = FAMILIES.iter().filter(|(_, names)| names.contains(&name));
            assert_eq!(families.count(), 1, "{name}");
        }
    }

    #[test]
    fn every_name_of_a_family_is_a_feature() {
        let mut names = FAMILIES.iter().flat_map(|(_, names)| *names);
        assert!(names.all(|name| NAMES.contains(name)));
    }
}
