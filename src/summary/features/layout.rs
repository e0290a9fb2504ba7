//! How the text is laid out around a sentence: paragraphs, breaks, headings
//! and bylines before it, its punctuation.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;

use super::openings::Openings;

/// Distances beyond this say nothing more.
const FAR: usize = 9;

/// The layout around one sentence.
#[derive(Debug, Default, Clone)]
pub(super) struct Layout {
    /// Whether nothing, no white space even, parts it from what is before: as
    /// a rule a paragraph's end that was lost.
    pub(super) glued: bool,
    /// Whether furniture, such as a heading, stands right before it.
    after_furniture: bool,
    /// Number of candidates after it, at most [`FAR`].
    from_end: usize,
    /// Place of its paragraph, from 0 for the first to 1 for the last.
    paragraph_depth: f64,
    /// Number of candidates in its paragraph.
    paragraph_sentences: usize,
    /// Number of candidates since the last one that opened another story, at
    /// most [`FAR`].
    since_break: usize,
    commas: usize,
    colons: usize,
    /// Length in bytes.
    length: usize,
}

impl Layout {
    pub(super) fn all(
        text: &AnalyzedText<'_>,
        vectors: &SentenceVectors,
        openings: &[Openings],
    ) -> Vec<Self> {
        let mut all: Vec<Self> = vectors
            .indices
            .iter()
            .enumerate()
            .map(|(at, &index)| {
                let marks = &openings[at].marks;
                Self {
                    commas: marks.commas,
                    colons: marks.colons,
                    ..Self::of(text, index, vectors.len() - 1 - at)
                }
            })
            .collect();
        count_by_paragraph(text, vectors, &mut all);
        let mut since = 0;
        for (own, opening) in all.iter_mut().zip(openings) {
            if own.after_furniture || opening.opens_another_story() {
                since = 0;
            }
            own.since_break = since.min(FAR);
            since += 1;
        }
        all
    }

    fn of(text: &AnalyzedText<'_>, index: usize, after: usize) -> Self {
        let sentence = &text.sentences[index];
        let before = &text.text()[..sentence.range.start];
        let is_body = |kind| kind == crate::text::sentence::SentenceKind::Body;
        let last = text.sentences.last().map_or(0, |last| last.paragraph);
        Self {
            glued: before.ends_with(|c: char| !c.is_whitespace()),
            after_furniture: index > 0 && !is_body(text.sentences[index - 1].kind),
            from_end: after.min(FAR),
            paragraph_depth: to_f64(sentence.paragraph) / to_f64(last.max(1)),
            length: sentence.range.len(),
            ..Self::default()
        }
    }

    pub(super) fn values(&self) -> [f64; 8] {
        [
            f64::from(self.glued),
            to_f64(self.from_end),
            self.paragraph_depth,
            to_f64(self.paragraph_sentences),
            to_f64(self.since_break),
            to_f64(self.commas),
            to_f64(self.colons),
            to_f64(self.length).ln_1p(),
        ]
    }
}

fn count_by_paragraph(text: &AnalyzedText<'_>, vectors: &SentenceVectors, all: &mut [Layout]) {
    let paragraph = |index: &usize| text.sentences[*index].paragraph;
    let mut start = 0;
    for run in vectors
        .indices
        .chunk_by(|a, b| paragraph(a) == paragraph(b))
    {
        for own in &mut all[start..start + run.len()] {
            own.paragraph_sentences = run.len();
        }
        start += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Layout> {
        let text = AnalyzedText::new("", text, Some("en"));
        let candidates: Vec<usize> = (0..text.sentences.len()).collect();
        let vectors = SentenceVectors::new(&text, &candidates);
        let openings = Openings::all(&text, &vectors);
        Layout::all(&text, &vectors, &openings)
    }

    #[test]
    fn paragraphs_and_ends_are_counted() {
        let all = all("The harbour froze. Ships wait, two, three.\n\nSnow fell: a lot.");
        let sizes: Vec<usize> = all.iter().map(|one| one.paragraph_sentences).collect();
        assert_eq!(sizes, [2, 2, 1]);
        let from_end: Vec<usize> = all.iter().map(|one| one.from_end).collect();
        assert_eq!(from_end, [2, 1, 0]);
        assert_eq!((all[1].commas, all[2].colons), (2, 1));
        assert!(all[2].paragraph_depth > 0.99);
        assert!(all.iter().all(|one| !one.glued));
    }

    #[test]
    fn a_long_connective_opens_another_story() {
        let all = all("The harbour froze. Ships wait. On the other hand, snow fell. It melts.");
        let since: Vec<usize> = all.iter().map(|one| one.since_break).collect();
        assert_eq!(since, [0, 1, 0, 1]);
    }
}
