//! What is known of the words that a thread has met of late.
//!
//! News says the same words again and again: most words of a document were in
//! one before it, and need no stemming and no look into the word lists of
//! their language. What is remembered never changes an answer, only the time
//! that it takes, and its memory is bounded.

use std::cell::RefCell;
use std::hint::black_box;

/// Words that a thread remembers, in four megabytes. Of some 180 different
/// words of a Turkish article and 240 of an Arabic one all but 26 and 25 are
/// then remembered, and a table without end would know but one and four more.
const SLOTS: usize = 1 << 17;
/// Places that a form can have.
const WAYS: usize = 4;
/// Bytes for a form and, unless it is a part of the form, its stem, so that a
/// set of slots fills two lines of the processor's cache, which come together.
/// Longer words are rare, and not remembered.
const ROOM: usize = 25;

thread_local! {
    static RECENT: RefCell<Recent> = const { RefCell::new(Recent { sets: Vec::new() }) };
}

/// Calls `work` with the words of this thread.
pub(super) fn with<T>(work: impl FnOnce(&mut Recent) -> T) -> T {
    RECENT.with_borrow_mut(work)
}

/// A language whose words can be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Language(u16);

impl Language {
    /// No language: its words are not remembered, and empty slots have it.
    const NONE: Self = Self(0);

    /// Packs a BCP-47 primary subtag, five bits a letter; what is none of two
    /// or three letters names no language, and its words are not remembered.
    pub(super) fn new(code: &str) -> Self {
        if !matches!(code.len(), 2 | 3) || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Self::NONE;
        }
        let pack = |packed, byte: u8| packed << 5 | u16::from(byte & 0x1F);
        Self(code.bytes().fold(0, pack))
    }
}

/// What is known of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known<'s> {
    pub(super) stem: &'s [u8],
    pub(super) stop: bool,
    pub(super) speech: bool,
}

/// Forms of words in a table with a few places for each: a new one takes a free
/// place or the last, and one that comes again moves up by one. So words that
/// come once do not drive out those that come often.
#[derive(Debug)]
pub(super) struct Recent {
    sets: Vec<Set>,
}

#[derive(Debug, Clone, Copy)]
#[repr(align(128))]
struct Set([Slot; WAYS]);

#[derive(Debug, Clone, Copy)]
struct Slot {
    language: Language,
    form_length: u8,
    /// Where in the letters the stem begins and ends.
    stem: (u8, u8),
    stop: bool,
    speech: bool,
    /// The form, and behind it a stem that is not a part of it.
    letters: [u8; ROOM],
}

const EMPTY: Slot = Slot {
    language: Language::NONE,
    form_length: 0,
    stem: (0, 0),
    stop: false,
    speech: false,
    letters: [0; ROOM],
};

impl Slot {
    fn holds(&self, language: Language, form: &[u8]) -> bool {
        self.language == language && self.letters.get(..self.form_length.into()) == Some(form)
    }

    fn known(&self) -> Option<Known<'_>> {
        let stem = usize::from(self.stem.0)..usize::from(self.stem.1);
        Some(Known {
            stem: self.letters.get(stem)?,
            stop: self.stop,
            speech: self.speech,
        })
    }

    /// Makes the slot of a form; `None` if it has no room for it.
    fn new(language: Language, form: &[u8], known: Known<'_>) -> Option<Self> {
        let mut letters = [0; ROOM];
        let (own, rest) = letters.split_at_mut_checked(form.len())?;
        own.copy_from_slice(form);
        let start = if let Some(inside) = place_in(form, known.stem) {
            inside
        } else {
            let behind = rest.get_mut(..known.stem.len())?;
            behind.copy_from_slice(known.stem);
            form.len()
        };
        let end = start + known.stem.len();
        Some(Self {
            language,
            form_length: form.len().try_into().ok()?,
            stem: (start.try_into().ok()?, end.try_into().ok()?),
            stop: known.stop,
            speech: known.speech,
            letters,
        })
    }
}

impl Recent {
    /// Returns what is known of a form with such a hash.
    pub(super) fn get(&mut self, language: Language, form: &[u8], hash: u32) -> Option<Known<'_>> {
        let Set(slots) = self.sets.get_mut(place(language, hash))?;
        if language == Language::NONE {
            return None;
        }
        let at = slots.iter().position(|slot| slot.holds(language, form))?;
        let before = at.saturating_sub(1);
        slots.swap(at, before);
        slots[before].known()
    }

    /// Brings the places of forms with such hashes into the processor's cache,
    /// all at once: they are far apart in a large table, and to wait for each
    /// when it is needed takes longer than all else that is done with a word.
    pub(super) fn fetch(&self, language: Language, hashes: impl Iterator<Item = u32>) {
        let sets = hashes.filter_map(|hash| self.sets.get(place(language, hash)));
        let read = sets.fold(0, |read, Set(slots)| read ^ slots[0].form_length);
        // What is not used would not be read.
        black_box(read);
    }

    /// Remembers a form that is not remembered, unless it is too long.
    pub(super) fn put(&mut self, language: Language, form: &[u8], hash: u32, known: Known<'_>) {
        if language == Language::NONE {
            return;
        }
        if self.sets.is_empty() {
            self.sets = vec![Set([EMPTY; WAYS]); SLOTS / WAYS];
        }
        if let Some(new) = Slot::new(language, form, known) {
            let Set(slots) = &mut self.sets[place(language, hash)];
            let free = slots
                .iter()
                .position(|slot| slot.language == Language::NONE);
            slots[free.unwrap_or(WAYS - 1)] = new;
        }
    }
}

/// Returns where in a form its stem begins, if it is a part of it.
fn place_in(form: &[u8], stem: &[u8]) -> Option<usize> {
    let last = form.len().checked_sub(stem.len())?;
    (0..=last).find(|&at| form[at..].starts_with(stem))
}

/// Returns the place of a form with such a hash. The interner's table of one
/// document goes by the lower bits, so that words which meet there do not meet
/// here as well; languages that share a word have it in places of their own.
fn place(language: Language, hash: u32) -> usize {
    let hash = hash.wrapping_add(u32::from(language.0).wrapping_mul(0x9E37_79B1));
    (hash >> (u32::BITS - (SLOTS / WAYS).ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'_> = Known {
        stem: b"bakan",
        stop: false,
        speech: true,
    };

    fn empty() -> Recent {
        Recent { sets: Vec::new() }
    }

    fn put(recent: &mut Recent, language: Language, form: &str) {
        recent.put(language, form.as_bytes(), 1, KNOWN);
    }

    fn knows(recent: &mut Recent, language: Language, form: &str) -> bool {
        let known = recent.get(language, form.as_bytes(), 1);
        assert!(known.is_none_or(|known| known == KNOWN));
        known.is_some()
    }

    #[test]
    fn remembers_a_form_of_its_language_only() {
        let mut recent = empty();
        let turkish = Language::new("tr");
        assert!(!knows(&mut recent, turkish, "bakanlık"));
        put(&mut recent, turkish, "bakanlık");
        assert!(knows(&mut recent, turkish, "bakanlık"));
        assert!(!knows(&mut recent, turkish, "bakanlar"));
        assert!(!knows(&mut recent, Language::new("az"), "bakanlık"));
    }

    #[test]
    fn words_that_come_once_do_not_drive_out_one_that_came_again() {
        let mut recent = empty();
        let turkish = Language::new("tr");
        let first = ["evler", "kitaplar", "bakanlık", "sözler"];
        for form in first.into_iter().chain(["gün"]) {
            put(&mut recent, turkish, form);
        }
        assert!(!knows(&mut recent, turkish, "sözler"));
        assert!(knows(&mut recent, turkish, "gün"));
        for once in ["yıl", "ay"] {
            put(&mut recent, turkish, once);
        }
        assert!(!knows(&mut recent, turkish, "yıl"));
        for kept in ["evler", "kitaplar", "gün", "ay"] {
            assert!(knows(&mut recent, turkish, kept), "{kept}");
        }
    }

    #[test]
    fn does_not_remember_long_words_and_unnamed_languages() {
        let mut recent = empty();
        let long = "a".repeat(ROOM);
        let english = Language::new("en");
        put(&mut recent, english, &long);
        assert!(!knows(&mut recent, english, &long));
        for code in ["", "abcd", "a-b", "a-very-long-code"] {
            let language = Language::new(code);
            put(&mut recent, language, "a");
            assert!(!knows(&mut recent, language, "a"));
        }
    }

    #[test]
    fn remembers_stems_in_the_form_and_others() {
        let mut recent = empty();
        let arabic = Language::new("ar");
        for (form, stem) in [
            ("والحكومات", "حكوم"),
            ("وزراء", "وزير"),
            ("من", "من"),
            ("a", ""),
        ] {
            let stem = stem.as_bytes();
            let known = Known { stem, ..KNOWN };
            recent.put(arabic, form.as_bytes(), 1, known);
            assert_eq!(
                recent.get(arabic, form.as_bytes(), 1),
                Some(known),
                "{form}"
            );
        }
    }

    #[test]
    fn a_set_is_two_lines_of_cache() {
        assert_eq!(size_of::<Set>(), 128);
    }
}
