//! What is known of the words that a thread has met of late.
//!
//! News says the same words again and again: most words of a document were in
//! one before it, and need no stemming and no look into the word lists of
//! their language. What is remembered never changes an answer, only the time
//! that it takes, and its memory is bounded.

use std::cell::RefCell;

/// Words that a thread remembers, in two megabytes. Of the different words of
/// a Turkish article, three in four are then remembered; twice the memory would
/// make it four in five.
const SLOTS: usize = 1 << 15;
/// Bytes for a form and its stem, so that a slot is one line of the
/// processor's cache. Longer words are rare, and not remembered.
const ROOM: usize = 48;

thread_local! {
    static RECENT: RefCell<Recent> = const { RefCell::new(Recent { sets: Vec::new() }) };
}

/// Calls `work` with the words of this thread.
pub(super) fn with<T>(work: impl FnOnce(&mut Recent) -> T) -> T {
    RECENT.with_borrow_mut(work)
}

/// A language whose words can be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Language(u32);

impl Language {
    /// No language: its words are not remembered, and empty slots have it.
    pub(super) const NONE: Self = Self(0);

    /// Packs a BCP-47 primary subtag; longer ones than are in use name no
    /// language, and their words are not remembered.
    pub(super) fn new(code: &str) -> Self {
        let mut packed = [0; 4];
        match packed.get_mut(..code.len()) {
            Some(room) => room.copy_from_slice(code.as_bytes()),
            None => return Self::NONE,
        }
        Self(u32::from_le_bytes(packed))
    }
}

/// What is known of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known<'s> {
    pub(super) stem: &'s str,
    /// The interner's hash of the stem.
    pub(super) stem_hash: u32,
    pub(super) stop: bool,
    pub(super) speech: bool,
}

/// Forms of words in a table with two places for each: a new one takes the
/// second, and one that comes again moves to the first. So words that come
/// once do not drive out those that come often.
#[derive(Debug)]
pub(super) struct Recent {
    sets: Vec<[Slot; 2]>,
}

#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Slot {
    language: Language,
    stem_hash: u32,
    form_length: u8,
    stem_length: u8,
    stop: bool,
    speech: bool,
    /// The form, and behind it the stem.
    letters: [u8; ROOM],
}

const EMPTY: Slot = Slot {
    language: Language::NONE,
    stem_hash: 0,
    form_length: 0,
    stem_length: 0,
    stop: false,
    speech: false,
    letters: [0; ROOM],
};

impl Slot {
    fn holds(&self, language: Language, form: &str) -> bool {
        self.language == language
            && self.letters.get(..self.form_length.into()) == Some(form.as_bytes())
    }

    fn known(&self) -> Option<Known<'_>> {
        let rest = self.letters.get(self.form_length.into()..)?;
        Some(Known {
            stem: str::from_utf8(rest.get(..self.stem_length.into())?).ok()?,
            stem_hash: self.stem_hash,
            stop: self.stop,
            speech: self.speech,
        })
    }

    /// Makes the slot of a form; `None` if it has no room for it.
    fn new(language: Language, form: &str, known: Known<'_>) -> Option<Self> {
        let (form_length, stem_length) = (form.len(), known.stem.len());
        let mut letters = [0; ROOM];
        let room = letters.get_mut(..form_length + stem_length)?;
        let (own, rest) = room.split_at_mut(form_length);
        own.copy_from_slice(form.as_bytes());
        rest.copy_from_slice(known.stem.as_bytes());
        Some(Self {
            language,
            stem_hash: known.stem_hash,
            form_length: form_length.try_into().ok()?,
            stem_length: stem_length.try_into().ok()?,
            stop: known.stop,
            speech: known.speech,
            letters,
        })
    }
}

impl Recent {
    /// Returns what is known of a form with such a hash.
    pub(super) fn get(&mut self, language: Language, form: &str, hash: u32) -> Option<Known<'_>> {
        let [first, second] = self.sets.get_mut(place(hash))?;
        if language == Language::NONE {
            return None;
        }
        if !first.holds(language, form) {
            if !second.holds(language, form) {
                return None;
            }
            std::mem::swap(first, second);
        }
        first.known()
    }

    /// Remembers a form that is not remembered, unless it is too long.
    pub(super) fn put(&mut self, language: Language, form: &str, hash: u32, known: Known<'_>) {
        if language == Language::NONE {
            return;
        }
        if self.sets.is_empty() {
            self.sets = vec![[EMPTY; 2]; SLOTS / 2];
        }
        if let Some(slot) = Slot::new(language, form, known) {
            self.sets[place(hash)][1] = slot;
        }
    }
}

/// Returns the place of a hash. The interner's table of one document goes by
/// the lower bits, so that words which meet there do not meet here as well.
fn place(hash: u32) -> usize {
    (hash >> (u32::BITS - (SLOTS / 2).ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'_> = Known {
        stem: "bakan",
        stem_hash: 7,
        stop: false,
        speech: true,
    };

    #[test]
    fn remembers_a_form_of_its_language_only() {
        let mut recent = Recent { sets: Vec::new() };
        let turkish = Language::new("tr");
        assert_eq!(recent.get(turkish, "bakanlık", 1), None);
        recent.put(turkish, "bakanlık", 1, KNOWN);
        assert_eq!(recent.get(turkish, "bakanlık", 1), Some(KNOWN));
        assert_eq!(recent.get(turkish, "bakanlar", 1), None);
        assert_eq!(recent.get(Language::new("az"), "bakanlık", 1), None);
    }

    #[test]
    fn words_that_come_once_do_not_drive_out_one_that_came_again() {
        let mut recent = Recent { sets: Vec::new() };
        let turkish = Language::new("tr");
        recent.put(turkish, "bakanlık", 1, KNOWN);
        assert_eq!(recent.get(turkish, "bakanlık", 1), Some(KNOWN));
        for once in ["evler", "kitaplar"] {
            recent.put(turkish, once, 1, KNOWN);
        }
        assert_eq!(recent.get(turkish, "evler", 1), None);
        for kept in ["kitaplar", "bakanlık"] {
            assert_eq!(recent.get(turkish, kept, 1), Some(KNOWN), "{kept}");
        }
    }

    #[test]
    fn does_not_remember_long_words_and_unnamed_languages() {
        let mut recent = Recent { sets: Vec::new() };
        let long = "a".repeat(ROOM);
        let english = Language::new("en");
        recent.put(english, &long, 1, KNOWN);
        assert_eq!(recent.get(english, &long, 1), None);
        for code in ["", "abcde", "a-very-long-code"] {
            let language = Language::new(code);
            recent.put(language, "a", 1, KNOWN);
            assert_eq!(recent.get(language, "a", 1), None);
        }
    }

    #[test]
    fn a_slot_is_one_line_of_cache() {
        assert_eq!(size_of::<Slot>(), 64);
    }
}
