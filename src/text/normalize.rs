//! The normalised shadow of a text, and the way back to the text itself.
//!
//! Analysis never looks at words as they were written but at their shadow:
//! NFKC (UAX #15), lower case, one form for letters that writers use
//! interchangeably, no vowel marks, tatweel or invisible characters. Each
//! stretch of the shadow remembers the bytes that it came from, so whatever is
//! found in the shadow is reported in the caller's own bytes.

mod letters;

use std::ops::Range;

use letters::{Fate, Letters, fold_fully};
pub(crate) use letters::{
    is_alphanumeric, is_apostrophe, is_common_letter, is_numeric, is_word_char,
};

/// Most marks of one base letter that are normalised together. Text that
/// piles up more is not language; the rest is taken as a unit of its own, so
/// that time stays linear.
const MAX_UNIT_CHARS: usize = 32;

/// How letters with two readings are lower-cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Casing {
    /// `I` becomes `i`.
    #[default]
    Common,
    /// `I` becomes `ı` and `İ` becomes `i`: Turkish and Azerbaijani.
    Turkic,
}

impl Casing {
    /// Returns the casing of a language by its BCP-47 primary subtag.
    #[must_use]
    pub fn of_language(code: &str) -> Self {
        match code {
            "tr" | "az" => Self::Turkic,
            _ => Self::Common,
        }
    }
}

/// A run of the shadow whose bytes correspond to a run of the source.
#[derive(Debug, Clone, Copy)]
struct Run {
    shadow: usize,
    source: usize,
    /// End of the run in the source, with the dropped marks that follow it.
    source_end: usize,
    /// Whether each byte of the shadow stands for one byte of the source.
    linear: bool,
}

/// The normalised form of one or more pieces of a text.
#[derive(Debug, Default)]
pub struct Shadow {
    text: String,
    runs: Vec<Run>,
    casing: Casing,
}

impl Shadow {
    /// Makes an empty shadow with room for a source of `capacity` bytes.
    #[must_use]
    pub fn new(casing: Casing, capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            runs: Vec::new(),
            casing,
        }
    }

    /// Returns the normalised text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Forgets all pieces.
    pub fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
    }

    /// Appends the shadow of `source[piece]` and returns its range in
    /// [`Shadow::text`]. Pieces must come in ascending order.
    pub fn push(&mut self, source: &str, piece: Range<usize>) -> Range<usize> {
        let begin = self.text.len();
        let first_run = self.runs.len();
        let letters = Letters::of(self.casing);
        let mut at = piece.start;
        while at < piece.end {
            at = self.push_plain(source, at..piece.end, letters, first_run);
            if let Some(c) = source[at..piece.end].chars().next() {
                at = self.push_other(source, c, at..piece.end, letters, first_run);
            }
        }
        begin..self.text.len()
    }

    /// Appends the letters that a piece begins with and that keep their
    /// length, and returns where they end. Most text is such letters, and most
    /// of them stay as they are, so these are copied together.
    fn push_plain(
        &mut self,
        source: &str,
        piece: Range<usize>,
        letters: &Letters,
        first_run: usize,
    ) -> usize {
        let shadow = self.text.len();
        let (mut copied, mut last, mut end) = (piece.start, piece.start, piece.start);
        let mut chars = source[piece.clone()].chars();
        while let Some(c) = chars.next() {
            match letters.fate(c) {
                Fate::Letter(folded) if folded == c => {}
                Fate::Letter(folded) if folded.len_utf8() == c.len_utf8() => {
                    if letters.starts_with_mark(chars.as_str()) {
                        break;
                    }
                    self.text.push_str(&source[copied..end]);
                    self.text.push(folded);
                    copied = end + c.len_utf8();
                }
                Fate::Mark => {
                    // It takes the letter before it along.
                    end = last;
                    break;
                }
                _ => break,
            }
            last = end;
            end += c.len_utf8();
        }
        self.text.push_str(&source[copied..end]);
        self.push_run(shadow, piece.start..end, first_run);
        end
    }

    /// Appends the character `c` that a piece begins with, together with the
    /// marks on it, and returns where they end.
    fn push_other(
        &mut self,
        source: &str,
        c: char,
        piece: Range<usize>,
        letters: &Letters,
        first_run: usize,
    ) -> usize {
        let start = piece.start;
        let mut end = start + c.len_utf8();
        let fate = letters.fate(c);
        if fate == Fate::Dropped {
            self.extend_last(first_run, start, c.len_utf8());
            return end;
        }
        let rest = &source[end..piece.end];
        let marks = rest.chars().take(MAX_UNIT_CHARS - 1);
        let marks = marks.take_while(|&c| letters.fate(c) == Fate::Mark);
        end += marks.map(char::len_utf8).sum::<usize>();
        match fate {
            Fate::Letter(folded) if end == start + c.len_utf8() => {
                self.push_char(folded, start..end);
            }
            _ => self.push_unit(&source[start..end], start..end),
        }
        end
    }

    /// Maps a range of the shadow back to the bytes of the source that it
    /// came from, whole characters with all their marks.
    #[must_use]
    pub fn source_range(&self, shadow: &Range<usize>) -> Range<usize> {
        let start = self.run_at(shadow.start).map_or(0, |run| {
            run.source
                + if run.linear {
                    shadow.start - run.shadow
                } else {
                    0
                }
        });
        let end = self.source_end(shadow.end);
        start..end.max(start)
    }

    fn source_end(&self, shadow_end: usize) -> usize {
        let Some(last) = shadow_end.checked_sub(1).and_then(|at| self.run_at(at)) else {
            return 0;
        };
        let next = self.runs.partition_point(|run| run.shadow <= last.shadow);
        let run_end = self
            .runs
            .get(next)
            .map_or(self.text.len(), |run| run.shadow);
        if last.linear && shadow_end < run_end {
            last.source + (shadow_end - last.shadow)
        } else {
            last.source_end
        }
    }

    fn run_at(&self, shadow: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.shadow <= shadow);
        self.runs.get(after.checked_sub(1)?).copied()
    }

    /// Notes that the shadow from `shadow` on stands for as many bytes of the
    /// source, in the last run when those go on without a gap.
    fn push_run(&mut self, shadow: usize, source: Range<usize>, first_run: usize) {
        if source.is_empty() {
            return;
        }
        if self.runs.len() > first_run
            && let Some(run) = self.runs.last_mut()
            && run.linear
            && run.source_end == source.start
            && run.source_end - run.source == shadow - run.shadow
        {
            run.source_end = source.end;
            return;
        }
        self.runs.push(Run {
            shadow,
            source: source.start,
            source_end: source.end,
            linear: true,
        });
    }

    /// Appends one folded character of another length.
    fn push_char(&mut self, folded: char, source: Range<usize>) {
        self.runs.push(Run {
            shadow: self.text.len(),
            source: source.start,
            source_end: source.end,
            linear: false,
        });
        self.text.push(folded);
    }

    /// Appends a letter with its marks, or a letter with a compatibility
    /// form, through full NFKC.
    fn push_unit(&mut self, unit: &str, source: Range<usize>) {
        let shadow = self.text.len();
        fold_fully(unit, self.casing, &mut self.text);
        if self.text.len() > shadow {
            self.runs.push(Run {
                shadow,
                source: source.start,
                source_end: source.end,
                linear: false,
            });
        }
    }

    /// Gives a dropped character to the letter before it.
    fn extend_last(&mut self, first_run: usize, at: usize, len: usize) {
        if self.runs.len() > first_run
            && let Some(run) = self.runs.last_mut()
            && run.source_end == at
        {
            run.source_end = at + len;
        }
    }
}

/// Returns the normalised form of a whole string.
#[must_use]
pub fn normalize(text: &str, casing: Casing) -> String {
    fold_letters(text, casing).unwrap_or_else(|| {
        let mut shadow = Shadow::new(casing, text.len());
        shadow.push(text, 0..text.len());
        shadow.text
    })
}

/// Normalises a string of letters that stand for themselves, as most do; `None`
/// if one is dropped or changes with what stands beside it.
fn fold_letters(text: &str, casing: Casing) -> Option<String> {
    let letters = Letters::of(casing);
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match letters.fate(c) {
            Fate::Letter(letter) => folded.push(letter),
            Fate::Dropped | Fate::Mark | Fate::Full => return None,
        }
    }
    Some(folded)
}

/// Returns what a character becomes whatever stands around it, unless a mark
/// follows; `None` for what is dropped or belongs to a character before it.
pub(crate) fn fold_alone(c: char, casing: Casing) -> Option<String> {
    match Letters::of(casing).fate(c) {
        Fate::Dropped | Fate::Mark => None,
        Fate::Letter(_) | Fate::Full => Some(normalize(c.encode_utf8(&mut [0; 4]), casing)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shadow_of(text: &str) -> Shadow {
        let mut shadow = Shadow::new(Casing::Common, text.len());
        shadow.push(text, 0..text.len());
        shadow
    }

    /// What the source says at the place where `found` stands in the shadow.
    fn source_of<'t>(text: &'t str, found: &str) -> &'t str {
        let shadow = shadow_of(text);
        let at = shadow.text().find(found).expect("in the shadow");
        &text[shadow.source_range(&(at..at + found.len()))]
    }

    #[test]
    fn folds_to_one_form() {
        for (written, expected) in [
            ("إِنَّ الوَزيرَ", "ان الوزير"),
            ("العـــراق", "العراق"),
            ("ﺍﻟﺴﻼﻡ", "السلام"),
            ("ﷲ", "الله"),
            ("مدرسة مستشفى مسؤول شائعة", "مدرسه مستشفي مسوول شايعه"),
            ("کتاب های", "كتاب هاي"),
            ("می\u{200C}شود", "ميشود"),
            ("پاکستان کے وزیرِ اعظم", "پاكستان كي وزير اعظم"),
            ("٢٠٢٦ ۱۲۳", "2026 123"),
            ("Ｆｕｌｌ ① ﬁn", "full 1 fin"),
            ("CAFE\u{301}", "café"),
            ("Straße", "straße"),
            ("שָׁלוֹם צה״ל", "שלומ צה\"ל"),
            ("ሠራዊት ፀጥታ ሕግ ዓለም", "ሰራዊት ጸጥታ ህግ አለም"),
            ("ڕۆژ گۆڵ", "روژ گول"),
            ("здоровʼя", "здоров'я"),
            ("Осуждён", "осужден"),
            ("Țara și Școala", "ţara şi şcoala"),
            ("한국", "한국"),
            ("สำนักงาน", "สำนักงาน"),
            ("हिन्दी", "हिन्दी"),
            ("a\u{200B}b\u{FEFF}c", "abc"),
        ] {
            assert_eq!(normalize(written, Casing::Common), expected, "{written}");
        }
    }

    #[test]
    fn turkish_keeps_its_two_letters_i() {
        assert_eq!(normalize("IŞIK İZMİR", Casing::Turkic), "ışık izmir");
        assert_eq!(normalize("IŞIK İZMİR", Casing::Common), "işik izmir");
    }

    #[test]
    fn leads_back_to_the_bytes_as_written() {
        for (text, found, written) in [
            ("قال إِنَّ الوَزيرَ هنا", "الوزير", "الوَزيرَ"),
            ("في العـــراق اليوم", "العراق", "العـــراق"),
            ("قال (ﷺ) هنا", "الله", "ﷺ"),
            ("an ﬁne day", "fine", "ﬁne"),
            ("سنة ٢٠٢٦م", "2026", "٢٠٢٦"),
            ("le CAFE\u{301} noir", "café", "CAFE\u{301}"),
            ("می\u{200C}شود ", "ميشود", "می\u{200C}شود"),
        ] {
            assert_eq!(source_of(text, found), written);
        }
    }

    #[test]
    fn a_tower_of_marks_takes_linear_time_and_maps_back() {
        let text = format!("a{} b", "\u{301}".repeat(100_000));
        let shadow = shadow_of(&text);
        let at = shadow.text().rfind('b').expect("the last letter");
        assert_eq!(&text[shadow.source_range(&(at..at + 1))], "b");
    }
}
