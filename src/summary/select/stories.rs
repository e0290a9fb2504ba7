//! Where one story ends and the next begins in a round-up of several.
//!
//! Lexical cohesion (Hearst, "`TextTiling`", Computational Linguistics 23(1),
//! 1997): inside a story words come back, between two stories hardly any
//! does. The cohesion of a gap is the number of words that stand on both
//! sides of it within a few sentences of each other, relative to the words
//! around it. A dateline inside the text opens a story of its own whatever its
//! words, and a line of asterisks unless many words come back behind it. Linear
//! in the words.

use crate::summary::vector::{SentenceVectors, to_f64};
use crate::text::AnalyzedText;
use crate::text::sentence::SentenceKind;

/// Most sentences between two uses of a word that belong together.
const REACH: usize = 6;
/// Sentences on each side that a gap's cohesion is relative to.
const WINDOW: usize = 3;
/// Cohesion over which a gap does not part two stories. With it and the next
/// two bounds, a third to a half of the round-ups put together from news
/// articles are found, and three articles in a thousand are taken for one:
/// mostly columns, whose every sentence has words of its own.
const COHESION: f64 = 0.06;
/// The same of a gap that a line of signs marks; the parts of one story are held together by more.
const MARKED_COHESION: f64 = 0.2;
/// Fewest stories of a round-up.
const MIN_STORIES: usize = 3;
/// Of so many stories of a round-up at most one is a single sentence.
const STORIES_FOR_A_SINGLE: usize = 3;
/// Fewest sentences of a story, on average, where words alone tell: of a short text nearly every
/// sentence has words of its own.
const MIN_SENTENCES: usize = 3;

/// Returns the story of each candidate, from 0; empty unless the text is a
/// round-up, of whose stories none has more than half of the sentences and
/// few have a single one.
pub(super) fn find(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<usize> {
    let paragraph = |at: usize| text.sentences[vectors.indices[at]].paragraph;
    let links = links(vectors);
    let mut story = 0;
    let mut sizes = vec![0_usize];
    let mut marked = 0;
    let stories: Vec<usize> = (0..vectors.len())
        .map(|at| {
            let opens = at > 0 && paragraph(at) != paragraph(at - 1);
            let cohesion = || to_f64(links[at]) / around(vectors, at);
            let index = vectors.indices[at];
            let is_marked = opens
                && (is_behind(text, index, SentenceKind::Dateline)
                    || is_behind(text, index, SentenceKind::Symbols)
                        && cohesion() <= MARKED_COHESION);
            if is_marked || opens && cohesion() <= COHESION {
                story += 1;
                sizes.push(0);
                marked += usize::from(is_marked);
            }
            sizes[story] += 1;
            story
        })
        .collect();
    let enough = marked == story || vectors.len() >= MIN_SENTENCES * sizes.len();
    if enough && is_round_up(&sizes) {
        stories
    } else {
        Vec::new()
    }
}

/// Tells whether something of a kind stands right before a sentence.
fn is_behind(text: &AnalyzedText<'_>, index: usize, kind: SentenceKind) -> bool {
    let before = index.checked_sub(1).map(|before| &text.sentences[before]);
    before.is_some_and(|before| before.kind == kind)
}

/// Tells by the number of sentences of each story.
fn is_round_up(sizes: &[usize]) -> bool {
    let sentences: usize = sizes.iter().sum();
    let largest = sizes.iter().copied().max().unwrap_or(0);
    let singles = sizes.iter().filter(|&&size| size == 1).count();
    sizes.len() >= MIN_STORIES
        && 2 * largest <= sentences
        && STORIES_FOR_A_SINGLE * singles <= sizes.len()
}

/// Counts for the gap before each candidate the words that reach over it.
fn links(vectors: &SentenceVectors) -> Vec<usize> {
    const NEVER: usize = usize::MAX;
    let mut last = vec![NEVER; vectors.terms()];
    let (mut begun, mut ended) = (vec![0; vectors.len() + 1], vec![0; vectors.len() + 1]);
    for (at, counts) in vectors.counts.iter().enumerate() {
        for &(term, _) in &counts.entries {
            let before = std::mem::replace(&mut last[term as usize], at);
            if before != NEVER && at - before <= REACH {
                begun[before + 1] += 1;
                ended[at + 1] += 1;
            }
        }
    }
    let mut open = 0;
    let changes = begun.iter().zip(&ended).take(vectors.len());
    changes
        .map(|(begun, ended)| {
            open = open + begun - ended;
            open
        })
        .collect()
}

/// Different words on the smaller side of the gap before a candidate.
fn around(vectors: &SentenceVectors, at: usize) -> f64 {
    let count = |side: &[crate::summary::vector::SparseVector]| -> usize {
        side.iter().map(|vector| vector.entries.len()).sum()
    };
    let before = count(&vectors.counts[at.saturating_sub(WINDOW)..at]);
    let after = count(&vectors.counts[at..(at + WINDOW).min(vectors.len())]);
    to_f64(before.min(after).max(1))
}
