//! What can be said of a sentence in any language: where it stands, what it
//! shares with title and text, how it opens, and what kind of document it is
//! in.

mod discourse;
mod document;
mod layout;
mod neighbours;
mod openings;
mod relations;
mod salience;
mod title;

pub(super) use openings::{go_on_speaking, leans_back};
pub(super) use relations::ranks;
pub(super) use title::TitleWords;

use super::vector::{SentenceVectors, to_f64};
use crate::pace::Pace;
use crate::text::AnalyzedText;
use discourse::Discourse;
use layout::Layout;
use openings::Openings;
use relations::Relations;
use salience::Salience;

/// Names of the features, in the order of a [`Row`].
#[rustfmt::skip]
pub const NAMES: [&str; 96] = [
    "position", "first", "second", "third", "depth", "last", "log_position",
    "opens_paragraph", "paragraph", "place_in_paragraph",
    "forward_centrality", "backward_centrality", "centrality", "centroid", "likeness_to_first",
    "likeness_to_next", "likeness_to_previous", "frequency", "introduces", "new_words",
    "forward_rank", "centrality_rank", "length_rank", "title_rank",
    "title", "title_likeness",
    "words", "relative_length", "fragment",
    "numerals", "capitals", "quoted", "opens_with_quote", "bare_quote", "says", "question",
    "exclamation", "connective", "pronoun", "next_leans_back",
    "document_sentences", "document_length", "document_leans", "document_quotes",
    "document_numerals", "document_lead_title",
    "connective_words", "opens_with_speech", "bare_speech", "new_speaker",
    "opening_new", "opening_returns", "opening_known",
    "glued", "from_end", "paragraph_depth", "paragraph_sentences",
    "since_break", "commas", "colons", "length", "next_glued",
    "salience", "new_salience", "salience_beyond_first", "mean_salience", "highest_salience",
    "salience_rank", "new_salience_rank", "mean_salience_rank", "salience_beyond_first_rank",
    "themes", "new_themes", "weight",
    "document_shifts", "document_says", "document_questions", "document_opens_with_speech",
    "document_new_speakers", "document_opening_new", "document_glued",
    "document_paragraph", "document_furniture", "document_title",
    "document_variety", "document_likeness", "document_first_words", "document_first_forward",
    "title_new",
    "previous_words", "previous_title", "previous_opening_new",
    "next_words", "next_title", "next_opening_new", "next_forward_centrality",
];

/// Features of one candidate sentence.
pub type Row = [f32; NAMES.len()];

/// Candidates over which the advantage of position halves.
const POSITION_HALF_LIFE: f64 = 2.0;
/// Content words of a sentence that says enough to stand alone.
const FULL_LENGTH_WORDS: f64 = 8.0;

/// Computes the features of every candidate; only of some when the time is
/// spent before.
pub(super) fn compute(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
    pace: &Pace<'_>,
) -> Vec<Row> {
    let reader = Reader::new(text, vectors);
    let document = reader.document();
    let title: Vec<f64> = (0..vectors.len())
        .map(|at| reader.title_share(at))
        .collect();
    let ranks = Ranks {
        forward: relations::ranks(&reader.relations.forward),
        centrality: relations::ranks(&reader.relations.degree),
        length: relations::ranks(&vectors.words.iter().map(|&n| to_f64(n)).collect::<Vec<_>>()),
        title: relations::ranks(&title),
    };
    let story = Story::new(&reader);
    // Room for all of them at once: while it grew it would be held twice, and
    // the rows of a long text are most of its memory.
    let mut rows: Vec<Row> = Vec::with_capacity(vectors.len());
    let candidates = (0..vectors.len()).take_while(|_| !pace.is_spent());
    rows.extend(candidates.map(|at| {
        let mut row = Filler::default();
        reader.position(at, &mut row);
        reader.relations(at, &mut row);
        row.extend([
            ranks.forward[at], ranks.centrality[at], ranks.length[at], ranks.title[at],
        ]);
        row.extend([title[at], reader.title_likeness(at)]);
        reader.form(at, &mut row);
        row.extend(document);
        story.fill(at, &mut row);
        row.values
    }));
    neighbours::fill(&mut rows);
    rows
}

/// How the text goes on from sentence to sentence.
struct Story {
    connective_words: Vec<f64>,
    discourse: Vec<Discourse>,
    layout: Vec<Layout>,
    salience: Salience,
    document: [f64; 14],
    title_new: Vec<f64>,
}

impl Story {
    fn new(reader: &Reader<'_, '_>) -> Self {
        let discourse = Discourse::all(reader.text, reader.vectors);
        let layout = Layout::all(reader.text, reader.vectors, &reader.openings);
        let words = reader
            .openings
            .iter()
            .map(|own| to_f64(own.connective_words));
        Self {
            connective_words: words.collect(),
            document: document::describe(reader, &layout, &discourse),
            salience: Salience::new(reader.text, reader.vectors),
            title_new: reader.title.first_uses(&reader.vectors.counts),
            discourse,
            layout,
        }
    }

    fn fill(&self, at: usize, row: &mut Filler) {
        row.extend([self.connective_words[at]]);
        row.extend(self.discourse[at].values());
        row.extend(self.layout[at].values());
        row.extend([f64::from(
            self.layout.get(at + 1).is_some_and(|next| next.glued),
        )]);
        row.extend(self.salience.values(at));
        row.extend(self.document);
        row.extend([self.title_new[at]]);
    }
}

/// Tells whether a sentence needs the one before it: it opens with a pronoun,
/// or quotes without saying whom. A connective alone is no such sign: readers
/// choose sentences that open with one as often as any others, and as often
/// without the sentence before.
pub(super) fn needs_previous(row: &Row) -> bool {
    const BARE_QUOTE: usize = position("bare_quote");
    const PRONOUN: usize = position("pronoun");
    const QUOTE: usize = position("opens_with_quote");
    // What is "it" to a speaker, the sentence says with the speaker.
    row[BARE_QUOTE] > 0.0 || row[PRONOUN] > 0.0 && row[QUOTE] <= 0.0
}

/// Finds a feature by its name when the program is compiled; there a wrong
/// name is an error.
pub(super) const fn position(name: &str) -> usize {
    let mut at = 0;
    while !same(NAMES[at].as_bytes(), name.as_bytes()) {
        at += 1;
    }
    at
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Places of each candidate by one value, from 1 for the highest to 0.
struct Ranks {
    forward: Vec<f64>,
    centrality: Vec<f64>,
    length: Vec<f64>,
    title: Vec<f64>,
}

/// Writes a row from left to right.
struct Filler {
    values: Row,
    filled: usize,
}

impl Default for Filler {
    fn default() -> Self {
        Self {
            values: [0.0; NAMES.len()],
            filled: 0,
        }
    }
}

impl Filler {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "features need no more than f32"
    )]
    fn extend(&mut self, values: impl IntoIterator<Item = f64>) {
        for value in values {
            if let Some(slot) = self.values.get_mut(self.filled) {
                *slot = value as f32;
            }
            self.filled += 1;
        }
    }
}

/// Everything that the features of one text are read from.
struct Reader<'a, 't> {
    text: &'a AnalyzedText<'t>,
    vectors: &'a SentenceVectors,
    relations: Relations,
    openings: Vec<Openings>,
    title: TitleWords,
    title_norm: f64,
    mean_words: f64,
    /// Number of candidates before each in its paragraph.
    before: Vec<usize>,
}

impl<'a, 't> Reader<'a, 't> {
    fn new(text: &'a AnalyzedText<'t>, vectors: &'a SentenceVectors) -> Self {
        let title = TitleWords::new(text);
        Self {
            relations: Relations::new(vectors),
            openings: Openings::all(text, vectors),
            title_norm: title.norm(&vectors.idf),
            title,
            mean_words: to_f64(vectors.words.iter().sum()) / to_f64(vectors.len().max(1)),
            before: places_in_paragraphs(text, vectors),
            text,
            vectors,
        }
    }

    fn paragraph(&self, at: usize) -> usize {
        self.text.sentences[self.vectors.indices[at]].paragraph
    }

    fn position(&self, at: usize, row: &mut Filler) {
        let count = self.vectors.len();
        let own = self.paragraph(at);
        let before = self.before[at];
        row.extend([
            1.0 / (1.0 + to_f64(at) / POSITION_HALF_LIFE),
            f64::from(at == 0),
            f64::from(at == 1),
            f64::from(at == 2),
            to_f64(at) / to_f64(count),
            f64::from(at + 1 == count),
            to_f64(at).ln_1p(),
            f64::from(before == 0),
            1.0 / (1.0 + to_f64(own)),
            1.0 / (1.0 + to_f64(before)),
        ]);
    }

    fn relations(&self, at: usize, row: &mut Filler) {
        let all = &self.relations;
        row.extend([
            all.forward[at],
            all.backward[at],
            all.degree[at],
            all.centroid[at],
            all.to_first[at],
            all.to_next[at],
            if at > 0 { all.to_next[at - 1] } else { 0.0 },
            all.frequency[at],
            all.introduces[at],
            all.new_words[at],
        ]);
    }

    fn title_share(&self, at: usize) -> f64 {
        self.title.share(
            self.text
                .words_of(&self.text.sentences[self.vectors.indices[at]]),
        )
    }

    fn title_likeness(&self, at: usize) -> f64 {
        self.title
            .likeness(&self.vectors.unit[at], &self.vectors.idf, self.title_norm)
    }

    fn form(&self, at: usize, row: &mut Filler) {
        let words = to_f64(self.vectors.words[at]);
        let mean = self.mean_words;
        let own = &self.openings[at];
        row.extend([
            words.ln_1p(),
            if mean > 0.0 {
                (words / mean).min(3.0)
            } else {
                0.0
            },
            (1.0 - words / FULL_LENGTH_WORDS).max(0.0),
            own.numerals,
            own.capitals,
            own.marks.quoted,
            f64::from(own.opens_with_quote),
            f64::from(own.opens_with_quote && !own.says),
            f64::from(own.says),
            f64::from(own.question),
            f64::from(own.exclamation),
            f64::from(own.opens_with_connective()),
            f64::from(own.pronoun),
            f64::from(self.openings.get(at + 1).is_some_and(Openings::leans_back)),
        ]);
    }

    fn document(&self) -> [f64; 6] {
        let count = to_f64(self.vectors.len().max(1));
        let share =
            |of: &dyn Fn(&Openings) -> f64| self.openings.iter().map(of).sum::<f64>() / count;
        [
            count.ln(),
            self.mean_words.ln_1p(),
            share(&|one| f64::from(one.leans_back())),
            share(&|one| one.marks.quoted),
            share(&|one| one.numerals),
            if self.vectors.len() > 0 {
                self.title_share(0)
            } else {
                0.0
            },
        ]
    }
}

/// Counts for each candidate those before it in the same paragraph.
fn places_in_paragraphs(text: &AnalyzedText<'_>, vectors: &SentenceVectors) -> Vec<usize> {
    let mut place = 0;
    let mut last = None;
    let paragraphs = vectors
        .indices
        .iter()
        .map(|&index| text.sentences[index].paragraph);
    paragraphs
        .map(|own| {
            place = if last.replace(own) == Some(own) {
                place + 1
            } else {
                0
            };
            place
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_filled_exactly() {
        let text = AnalyzedText::new(
            "A title",
            "One sentence here. \"Why?\" Another.",
            Some("en"),
        );
        let vectors = SentenceVectors::new(&text, &[0, 1]);
        let rows = compute(&text, &vectors, &Pace::unlimited());
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().flatten().all(|value| value.is_finite()));
        let reader_fills = 10 + 10 + 4 + 2 + 14 + 6;
        let story_fills = 1 + 6 + 8 + 1 + 12 + 14 + 1;
        let neighbours_fill = 3 + 4;
        assert_eq!(NAMES.len(), reader_fills + story_fills + neighbours_fill);
    }
}
