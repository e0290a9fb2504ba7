//! Text without full stops. Some who write Urdu set none, or few: a whole
//! article would be one sentence. There clauses end in the verb, and most that
//! end in one of the verbs below are sentences.

use std::ops::Range;

use super::token::{last_token, words};

/// Fewest words of a sentence that is doubted.
const MIN_WORDS: usize = 60;
/// Finite verbs that close a sentence: is, are, was, were, will, will be.
const CLOSING: &[&str] = &[
    "ہے", "ہیں", "تھا", "تھی", "تھے", "تھیں", "گا", "گی", "گے", "ہوگا", "ہوگی", "ہونگے", "جائیگا",
    "جائیگی",
];
/// The same of Hindi, whose writers set their stops but for a few: is, are, was, were,
/// and the future of the commonest verbs.
const CLOSING_HINDI: &[&str] = &[
    "है", "हैं", "था", "थी", "थे", "थीं", "होगा", "होगी", "होंगे", "करेगा", "करेगी", "करेंगे", "देगा", "देगी",
    "देंगे", "लेगा", "लेगी", "लेंगे", "जाएगा", "जाएगी", "जाएंगे", "आएगा", "आएगी", "आएंगे", "रहेगा", "रहेगी",
    "रहेंगे", "मिलेगा", "मिलेगी", "मिलेंगे", "सकेगा", "सकेगी", "सकेंगे",
];
/// What else Hindi sentences end in, known as their end by a bar alone: participles.
const CLOSING_BEFORE_BAR: &[&str] = &[
    "गया", "गयी", "गई", "गए", "गये", "दिया", "दी", "दिए", "किया", "लिया", "लिए", "कहा", "बताया",
    "रहा", "रही", "रहे", "हुआ", "हुई", "हुए", "पड़ा", "मिला", "मिली", "आया", "आई", "चाहिए", "सके", "करें",
];
/// What follows such a verb inside a sentence: conjunctions, relatives,
/// postpositions, particles.
const GOING_ON: &[&str] = &[
    "کہ", "جو", "جس", "جسے", "جن", "جنہیں", "جنھیں", "جنہوں", "جنھوں", "جب", "جہاں", "جبکہ", "اور",
    "لیکن", "مگر", "تاہم", "کیونکہ", "تو", "تاکہ", "بلکہ", "یا", "نہ", "بھی", "ہی", "پر", "اگر",
    "کی", "کے", "کا", "کو", "سے", "میں", "نے", "تک", "اتنا", "اتنی", "اتنے", "جیسے", "جیسا",
    "جیسی", "گویا", "یعنی", "کیوں",
];
/// What opens a clause that another with "he", "it" or "there" completes.
const RELATIVE: &[&str] = &["جو", "جس", "جن", "جب", "جہاں", "جتنا", "جتنی", "جتنے"];
/// What opens the clause that completes it.
const COMPLETING: &[&str] = &["وہ", "وہاں", "اس", "ان", "تب"];

/// Tells whether a text ends in a verb that closes sentences.
pub(super) fn closes(text: &str) -> bool {
    let last = last_token(text);
    // No such verb is in ASCII, and most words that are asked for are.
    !last.is_ascii() && (CLOSING.contains(&last) || CLOSING_HINDI.contains(&last))
}

/// Tells whether a text ends in the bar that some who write Hindi set for a danda:
/// «मशीन लगी है |».
pub(super) fn ends_in_bar(text: &str) -> bool {
    let clause = text.strip_suffix('|').map(str::trim_end);
    clause.is_some_and(|clause| closes(clause) || CLOSING_BEFORE_BAR.contains(&last_token(clause)))
}

/// Cuts each long sentence of a paragraph into those that it seems to be made
/// of.
pub(super) fn split(paragraph: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let text = &paragraph[sentence.clone()];
        let mut start = sentence.start;
        if words(text).nth(MIN_WORDS - 1).is_some() {
            for gap in gaps(text) {
                pieces.push(start..sentence.start + gap.start);
                start = sentence.start + gap.end;
            }
        }
        pieces.push(start..sentence.end);
    }
    pieces
}

/// Lists what stands between a verb that closes a sentence and a word that
/// opens one.
fn gaps(text: &str) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut in_relative = false;
    let mut closed = false;
    let mut end = 0;
    for word in words(text) {
        let Some(gap) = text[end..].find(word) else {
            break;
        };
        let start = end + gap;
        let quotes = text[end..start].trim_end();
        let only_quotes = || quotes.trim_start().chars().all(is_closing_quote);
        if closed && only_quotes() && opens(word, in_relative) {
            gaps.push(end + quotes.len()..start);
            in_relative = false;
        }
        in_relative |= RELATIVE.contains(&word);
        closed = CLOSING.contains(&word);
        end = start + word.len();
    }
    gaps
}

fn is_closing_quote(c: char) -> bool {
    matches!(c, '’' | '”')
}

/// Tells whether a word after a closing verb opens another sentence.
fn opens(word: &str, in_relative: bool) -> bool {
    let goes_on = CLOSING.contains(&word) || GOING_ON.contains(&word);
    let completes = in_relative && COMPLETING.contains(&word);
    !goes_on && !completes
}
