//! Finds the words of plain text in one pass, folded.
//!
//! Most words consist of letters that fold to one letter each, whatever
//! stands around them. These need no shadow: one table tells for a character
//! of the source both what it becomes and what the rules of words make of
//! that. Whatever stands between two spaces and holds any other character is
//! left to the general way.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::block::Block;
use crate::text::normalize::{Casing, fold_alone};
use crate::text::segment::Kind;

/// Characters in the table: Latin to Arabic, what lies between and behind,
/// and common punctuation.
const TABLED: u32 = 0x2040;

/// Bytes for a word; longer ones are rare and left to the general way.
const ROOM: usize = 64;

/// Most bytes of a folded character.
const WIDEST: usize = 4;

/// What a character becomes, and what the rules make of that.
#[derive(Debug, Clone, Copy)]
struct Entry {
    letters: [u8; WIDEST],
    length: u8,
    kind: Kind,
}

impl Entry {
    /// A character that only the general way can read.
    const OTHER: Self = Self {
        letters: [0; WIDEST],
        length: 0,
        kind: Kind::Other,
    };

    fn new(c: char, casing: Casing) -> Self {
        let Some(folded) = fold_alone(c, casing) else {
            return Self::OTHER;
        };
        let mut kinds = folded.chars().map(Kind::of);
        let kind = match (kinds.next(), kinds.next()) {
            (Some(kind), None) => kind,
            // An ellipsis is three dots, and joins nothing.
            (Some(Kind::Between), Some(Kind::Between)) if kinds.all(|k| k == Kind::Between) => {
                Kind::Apart
            }
            _ => Kind::Other,
        };
        let mut entry = Self {
            kind,
            ..Self::OTHER
        };
        for (room, byte) in entry.letters.iter_mut().zip(folded.bytes()) {
            *room = byte;
            entry.length += 1;
        }
        entry
    }
}

/// The table of one casing.
#[derive(Debug)]
pub(super) struct Alphabet {
    entries: Vec<Entry>,
    casing: Casing,
}

impl Alphabet {
    /// Returns the table of a casing, made when first used.
    pub(super) fn of(casing: Casing) -> &'static Self {
        static COMMON: LazyLock<Alphabet> = LazyLock::new(|| Alphabet::new(Casing::Common));
        static TURKIC: LazyLock<Alphabet> = LazyLock::new(|| Alphabet::new(Casing::Turkic));
        match casing {
            Casing::Common => &COMMON,
            Casing::Turkic => &TURKIC,
        }
    }

    fn new(casing: Casing) -> Self {
        let tabled = (0..TABLED)
            .map(|code| char::from_u32(code).map_or(Entry::OTHER, |c| Entry::new(c, casing)));
        Self {
            entries: tabled.collect(),
            casing,
        }
    }
}

/// A word in plain text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PlainWord {
    /// Its bytes in the source.
    pub(super) range: Range<usize>,
    /// Its first inner apostrophe: where that begins in its folded form, which
    /// has one byte of it, and its bytes in the source.
    pub(super) apostrophe: Option<(usize, Range<usize>)>,
}

/// What comes next in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A word, whose folded form the reader has.
    Word(PlainWord),
    /// Something to be read in the general way: a stretch of the source.
    General(Range<usize>),
    /// Nothing.
    End,
}

/// Reads the words of a piece of text.
pub(super) struct PlainReader<'t> {
    alphabet: &'static Alphabet,
    source: &'t [u8],
    /// Where the reader stands; never inside a word.
    at: usize,
    /// Where the character before begins, if there is one: a mark that follows
    /// belongs to it.
    before: usize,
    form: [u8; ROOM],
    length: usize,
}

impl<'t> PlainReader<'t> {
    pub(super) fn new(alphabet: &'static Alphabet, source: &'t str, piece: Range<usize>) -> Self {
        Self {
            alphabet,
            source: source.as_bytes().get(..piece.end).unwrap_or_default(),
            at: piece.start,
            before: piece.start,
            form: [0; ROOM],
            length: 0,
        }
    }

    /// Returns the folded form of the last word.
    pub(super) fn form(&self) -> &[u8] {
        &self.form[..self.length]
    }

    /// Reads on to the next word.
    pub(super) fn next(&mut self) -> Next {
        while let Some((entry, width)) = self.entry(self.at) {
            match entry.kind {
                Kind::Letter | Kind::Digit => {
                    let start = self.at;
                    return match self.short_word().or_else(|| self.word()) {
                        Some(word) => Next::Word(word),
                        None => self.general(start),
                    };
                }
                Kind::Other => return self.general(self.before),
                _ => self.pass(self.at, width),
            }
        }
        Next::End
    }

    /// Stands behind a character that is in no word.
    fn pass(&mut self, at: usize, width: usize) {
        self.before = at;
        self.at = at + width;
    }

    /// Leaves everything to the next space to the general way.
    fn general(&mut self, start: usize) -> Next {
        let rest = self.source.get(self.at + 1..).unwrap_or_default();
        let space = rest.iter().position(|&byte| byte == b' ');
        self.at = space.map_or(self.source.len(), |at| self.at + 1 + at);
        self.before = self.at;
        Next::General(start..self.at)
    }

    /// Reads the word that begins here if all of it are ASCII letters that one
    /// block holds, with a character behind them that ends words.
    fn short_word(&mut self) -> Option<PlainWord> {
        let block = Block::at(self.source, self.at);
        let letters = block.letters();
        if letters == 0 || letters == Block::BYTES || !self.folds_as_ascii(block, letters) {
            return None;
        }
        let range = self.at..self.at + letters;
        if range.end < self.source.len() {
            let next = block.byte(letters);
            let kind = self.alphabet.entries.get(usize::from(next))?.kind;
            // The first byte of a longer character is none itself.
            if !next.is_ascii() || !matches!(kind, Kind::Space | Kind::Apart) {
                return None;
            }
            self.pass(range.end, 1);
        } else {
            self.at = range.end;
        }
        *self.form.first_chunk_mut()? = block.lower().to_le_bytes();
        self.length = letters;
        Some(PlainWord {
            range,
            apostrophe: None,
        })
    }

    /// Tells whether the letters that a block begins with become what they do
    /// in ASCII: in Turkish `I` does not.
    fn folds_as_ascii(&self, block: Block, letters: usize) -> bool {
        self.alphabet.casing == Casing::Common || (0..letters).all(|at| block.byte(at) != b'I')
    }

    /// Reads the word that begins here; `None` if a character that the table
    /// does not know may belong to it.
    fn word(&mut self) -> Option<PlainWord> {
        let start = self.at;
        let (mut at, mut last, mut apostrophe) = (start, Kind::Other, None);
        self.length = 0;
        while let Some((entry, width)) = self.entry(at) {
            match entry.kind {
                Kind::Letter | Kind::Digit => last = entry.kind,
                Kind::Other => return None,
                Kind::Apart | Kind::Space => {
                    self.pass(at, width);
                    return Some(PlainWord {
                        range: start..at,
                        apostrophe,
                    });
                }
                mark => {
                    let after = self.entry(at + width).map(|(after, _)| after.kind);
                    if after == Some(Kind::Other) {
                        return None;
                    }
                    if !after.is_some_and(|after| mark.joins(last, after)) {
                        self.pass(at, width);
                        return Some(PlainWord {
                            range: start..at,
                            apostrophe,
                        });
                    }
                    if entry.letters[0] == b'\'' && apostrophe.is_none() {
                        apostrophe = Some((self.length, at..at + width));
                    }
                }
            }
            *self.form.get_mut(self.length..)?.first_chunk_mut()? = entry.letters;
            self.length += usize::from(entry.length);
            at += width;
        }
        self.at = at;
        Some(PlainWord {
            range: start..at,
            apostrophe,
        })
    }

    /// Returns the entry of the character at a place, and its bytes there.
    #[inline]
    fn entry(&self, at: usize) -> Option<(Entry, usize)> {
        let first = *self.source.get(at)?;
        let next = |after: usize| {
            let byte = self.source.get(at + after).copied().unwrap_or_default();
            usize::from(byte & 0x3F)
        };
        let (code, width) = match first {
            0..0x80 => (usize::from(first), 1),
            0x80..0xE0 => (usize::from(first & 0x1F) << 6 | next(1), 2),
            0xE0..0xF0 => (usize::from(first & 0xF) << 12 | next(1) << 6 | next(2), 3),
            0xF0.. => return Some((Entry::OTHER, 4)),
        };
        Some((
            self.alphabet
                .entries
                .get(code)
                .copied()
                .unwrap_or(Entry::OTHER),
            width,
        ))
    }
}
