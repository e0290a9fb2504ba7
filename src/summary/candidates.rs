//! Which sentences may be chosen.

use crate::text::AnalyzedText;
use crate::text::sentence::SentenceKind;

/// Lists the sentences that may be chosen: the body, or everything with words
/// when there is no body, or everything.
pub(super) fn candidates(text: &AnalyzedText<'_>) -> (Vec<usize>, bool) {
    let of = |accepts: &dyn Fn(SentenceKind) -> bool| -> Vec<usize> {
        let sentences = text.sentences.iter().enumerate();
        sentences
            .filter(|(_, sentence)| accepts(sentence.kind))
            .map(|(index, _)| index)
            .collect()
    };
    let body = of(&|kind| kind == SentenceKind::Body);
    if !body.is_empty() {
        return (body, false);
    }
    let with_words = of(&|kind| kind != SentenceKind::Symbols);
    if with_words.is_empty() {
        return (of(&|_| true), true);
    }
    (with_words, true)
}
