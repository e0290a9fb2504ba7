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
    pub(super) stem: &'s str,
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
    fn holds(&self, language: Language, form: &str) -> bool {
        self.language == language
            && self.letters.get(..self.form_length.into()) == Some(form.as_bytes())
    }

    /// Returns what is known of the form that this slot holds.
    fn known<'s>(&'s self, form: &'s str) -> Option<Known<'s>> {
        let stem = usize::from(self.stem.0)..usize::from(self.stem.1);
        let stem = match form.get(stem.clone()) {
            Some(part) => part,
            None => str::from_utf8(self.letters.get(stem)?).ok()?,
        };
        Some(Known {
            stem,
            stop: self.stop,
            speech: self.speech,
        })
    }

    /// Makes the slot of a form; `None` if it has no room for it.
    fn new(language: Language, form: &str, known: Known<'_>) -> Option<Self> {
        let mut letters = [0; ROOM];
        let (own, rest) = letters.split_at_mut_checked(form.len())?;
        own.copy_from_slice(form.as_bytes());
        let start = if let Some(inside) = form.find(known.stem) {
            inside
        } else {
            let behind = rest.get_mut(..known.stem.len())?;
            behind.copy_from_slice(known.stem.as_bytes());
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
    pub(super) fn get<'s>(
        &'s mut self,
        language: Language,
        form: &'s str,
        hash: u32,
    ) -> Option<Known<'s>> {
        let Set(slots) = self.sets.get_mut(place(language, hash))?;
        if language == Language::NONE {
            return None;
        }
        let at = slots.iter().position(|slot| slot.holds(language, form))?;
        let before = at.saturating_sub(1);
        slots.swap(at, before);
        slots[before].known(form)
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
    pub(super) fn put(&mut self, language: Language, form: &str, hash: u32, known: Known<'_>) {
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
        stem: "bakan",
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
        let first = ["evler", "kitaplar", "bakanlık", "sözler"];
        for form in first.into_iter().chain(["gün"]) {
            recent.put(turkish, form, 1, KNOWN);
        }
        assert_eq!(recent.get(turkish, "sözler", 1), None);
        assert_eq!(recent.get(turkish, "gün", 1), Some(KNOWN));
        for once in ["yıl", "ay"] {
            recent.put(turkish, once, 1, KNOWN);
        }
        assert_eq!(recent.get(turkish, "yıl", 1), None);
        for kept in ["evler", "kitaplar", "gün", "ay"] {
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
        for code in ["", "abcd", "a-b", "a-very-long-code"] {
            let language = Language::new(code);
            recent.put(language, "a", 1, KNOWN);
            assert_eq!(recent.get(language, "a", 1), None);
        }
    }

    #[test]
    fn remembers_stems_in_the_form_and_others() {
        let mut recent = Recent { sets: Vec::new() };
        let arabic = Language::new("ar");
        for (form, stem) in [
            ("والحكومات", "حكوم"),
            ("وزراء", "وزير"),
            ("من", "من"),
            ("a", ""),
        ] {
            let known = Known { stem, ..KNOWN };
            recent.put(arabic, form, 1, known);
            assert_eq!(recent.get(arabic, form, 1), Some(known), "{form}");
        }
    }

    #[test]
    fn a_set_is_two_lines_of_cache() {
        assert_eq!(size_of::<Set>(), 128);
    }
}
