//! What kind of document it is: a report, a round-up, an interview, a column.

use super::Reader;
use super::discourse::Discourse;
use super::layout::Layout;
use super::openings::Openings;
use crate::summary::vector::to_f64;
use crate::text::sentence::SentenceKind;

/// Describes the document; the same for each of its candidates.
pub(super) fn describe(
    reader: &Reader<'_, '_>,
    layout: &[Layout],
    discourse: &[Discourse],
) -> [f64; 14] {
    let count = to_f64(reader.vectors.len().max(1));
    let of_openings =
        |of: &dyn Fn(&Openings) -> f64| reader.openings.iter().map(of).sum::<f64>() / count;
    let of_discourse =
        |of: &dyn Fn(&Discourse) -> f64| discourse.iter().map(of).sum::<f64>() / count;
    let of_layout =
        |of: &dyn Fn(&Layout) -> bool| to_f64(layout.iter().filter(|one| of(one)).count()) / count;
    [
        of_openings(&|one| f64::from(one.opens_another_story())),
        of_openings(&|one| f64::from(one.says)),
        of_openings(&|one| f64::from(one.question)),
        of_discourse(&|one| f64::from(one.opens_with_speech)),
        of_discourse(&|one| f64::from(one.new_speaker)),
        of_discourse(&|one| one.opening_new),
        of_layout(&|one| one.glued),
        reader.sentences_in_paragraph().ln_1p(),
        reader.furniture(),
        f64::from(reader.title_norm > 0.0),
        reader.variety(),
        reader.mean_likeness(),
        to_f64(reader.vectors.words.first().copied().unwrap_or(0)).ln_1p(),
        reader.relations.forward.first().copied().unwrap_or(0.0),
    ]
}

impl Reader<'_, '_> {
    /// Mean number of candidates in a paragraph that has one.
    fn sentences_in_paragraph(&self) -> f64 {
        let opening = self.before.iter().filter(|&&before| before == 0).count();
        to_f64(self.vectors.len()) / to_f64(opening.max(1))
    }

    /// Share of the sentences that are headings, datelines and the like.
    fn furniture(&self) -> f64 {
        let kinds = self.text.sentences.iter().map(|sentence| sentence.kind);
        let furniture = kinds.filter(|&kind| kind != SentenceKind::Body).count();
        to_f64(furniture) / to_f64(self.text.sentences.len().max(1))
    }

    /// Different content words for each content word.
    fn variety(&self) -> f64 {
        let different = self.vectors.idf.iter().filter(|&&idf| idf > 0.0).count();
        let all: usize = self.vectors.words.iter().sum();
        to_f64(different) / to_f64(all.max(1))
    }

    /// Mean cosine of two different candidates.
    fn mean_likeness(&self) -> f64 {
        let count = self.vectors.len();
        if count < 2 {
            return 0.0;
        }
        let all: f64 = crate::summary::graph::degree(self.vectors).iter().sum();
        ((all - to_f64(count)) / to_f64(count * (count - 1))).max(0.0)
    }
}
