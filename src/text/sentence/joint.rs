//! Paragraph ends that were lost with the tags of a page: what remains of a
//! heading and the text below it is "Two harbours closedThe ships wait", of one
//! between dashes, as agencies write them, "- Two harbours closed -The ships
//! wait", of one in capitals "TWO HARBOURS CLOSED The ships wait".

use std::ops::Range;

use super::candidate::{ends_in_small_word, starts_capitalised};
use super::quote::is_closer;
use super::token::{count_words, ends_in_terminator, first_word, head, is_small, last_token, tail};
use crate::text::normalize::{is_alphanumeric, is_apostrophe, normalize};
use crate::text::rules::Rules;

/// Longest heading between dashes in words.
const MAX_DASHED_WORDS: usize = 12;
/// Fewest words of a heading in capitals, and fewest capitals: many names have
/// two.
const MIN_CAPITALS_WORDS: usize = 3;
const MIN_CAPITALS: usize = 14;
/// Fewest words in Swahili.
const MIN_SWAHILI_WORDS: usize = 5;
/// Fewest letters of a function word that opens a sentence behind a name: "In" of
/// `LinkedIn` does not.
const MIN_OPENER_LETTERS: usize = 3;
/// Function words that names end in: `PalmOne`, `CinemaNow`, `7Up`.
const NAME_ENDINGS: [&str; 9] = ["All", "Now", "Off", "One", "Out", "Too", "Two", "Up", "You"];
/// What closes a quotation in Latin letters.
const QUOTES: [char; 3] = ['"', '»', '”'];
/// What ends a heading beside letters, figures and quotations.
const ENDS: [char; 2] = ['%', ')'];
const DASHES: [char; 3] = ['-', '–', '—'];

/// Cuts the sentences of a paragraph in a language of Latin letters at their
/// joints.
pub(super) fn split(
    paragraph: &str,
    sentences: Vec<Range<usize>>,
    rules: &Rules,
) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let mut start = sentence.start;
        let text = &paragraph[sentence.clone()];
        // Papers of Swahili open reports with a name in capitals.
        let named = |end: &usize| count_words(&text[..*end], MIN_SWAHILI_WORDS) < MIN_SWAHILI_WORDS;
        let capitals = || capitals_heading_end(text).filter(|end| !(rules.is("sw") && named(end)));
        if let Some(end) = dashed_heading_end(text).or_else(capitals) {
            pieces.push(start..start + end);
            start += text.len() - text[end..].trim_start().len();
        }
        for at in glued_capitals(&paragraph[sentence.clone()]) {
            let at = sentence.start + at;
            if at > start && is_joint(&paragraph[start..at], &paragraph[at..], rules) {
                pieces.push(start..at);
                start = at;
            }
        }
        pieces.push(start..sentence.end);
    }
    pieces
}

/// Tells whether a sentence is nothing but a heading between dashes.
pub(super) fn is_dashed_heading(sentence: &str) -> bool {
    let inner = sentence
        .strip_prefix(DASHES)
        .and_then(|rest| rest.strip_suffix(DASHES));
    inner.is_some_and(|inner| {
        inner.starts_with(' ')
            && inner.ends_with(' ')
            && count_words(inner, MAX_DASHED_WORDS + 1) <= MAX_DASHED_WORDS
    })
}

/// Finds the end of a heading between dashes that opens a sentence, if a capital,
/// perhaps in quotes, follows without a space: "- Best film - The Harbour" is an
/// entry of a list.
fn dashed_heading_end(sentence: &str) -> Option<usize> {
    let sentence = head(sentence);
    if !sentence.starts_with(DASHES) {
        return None;
    }
    let ends = sentence.match_indices(DASHES).skip(1);
    let mut ends = ends.map(|(at, dash)| at + dash.len()).filter(|&end| {
        let next = sentence[end..].trim_start_matches(is_closer);
        next.starts_with(char::is_uppercase)
    });
    ends.find(|&end| is_dashed_heading(&sentence[..end]))
}

/// Finds the end of a heading in capitals that opens a sentence, if a capital in
/// a word of small letters follows: "NO SHIPS SINCE MONDAY The crews wait".
fn capitals_heading_end(sentence: &str) -> Option<usize> {
    let sentence = head(sentence);
    let mut end = 0;
    for token in sentence.split_inclusive(' ') {
        if token.contains(is_small) {
            let heading = sentence[..end].trim_end();
            let ends = starts_capitalised(token.trim_start_matches(is_closer));
            return (ends && is_capitals_heading(heading)).then_some(heading.len());
        }
        end += token.len();
    }
    None
}

/// Tells whether a text is nothing but a heading in capitals, and no place that
/// a comma follows: "JABALYA REFUGEE CAMP, Gaza Strip".
pub(super) fn is_capitals_heading(text: &str) -> bool {
    let capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count();
    let counts = || head(text).split(' ').map(capitals);
    // How it ends first: most sentences have a stop, and those of scripts without
    // case would all be read to their ends in search of a small letter.
    !ends_in_terminator(text)
        && !text.ends_with(',')
        && !text.contains(is_small)
        && counts().filter(|&count| count >= 2).count() >= MIN_CAPITALS_WORDS
        && counts().sum::<usize>() >= MIN_CAPITALS
}

/// Tells whether a sentence ends where another begins without anything between
/// them, not even a mark.
pub(super) fn runs_into(sentence: &str, next: &str) -> bool {
    let ends = sentence.ends_with(|c| is_alphanumeric(c) || is_end(c));
    ends && !ends_in_terminator(sentence) && next.starts_with(is_alphanumeric)
}

/// Tells whether a heading ends where a text begins, nothing standing between
/// them.
fn is_joint(heading: &str, text: &str, rules: &Rules) -> bool {
    if heading.ends_with(QUOTES) {
        return ends_in_quotation(heading) && starts_capitalised(text);
    }
    // Neither "Link" of `LinkedIn` nor "i" of `iPhone` is such a word.
    let word = first_word(text);
    let part_of_name = NAME_ENDINGS.contains(&word);
    let long = word.chars().nth(MIN_OPENER_LETTERS - 1).is_some();
    let ends = heading.ends_with(ENDS)
        || ends_in_figure(heading) && !part_of_name
        || ends_in_small_word(heading)
        || ends_in_name(heading) && long && !part_of_name;
    ends && opens(text, rules)
}

/// Tells whether a text ends in a figure that is no part of a word: "July 27, 2017".
fn ends_in_figure(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    before.len() < text.len() && !before.ends_with(is_alphanumeric)
}

/// Tells whether a character closes a heading that is no letter or figure.
fn is_end(c: char) -> bool {
    QUOTES.contains(&c) || ENDS.contains(&c)
}

/// Tells whether a text ends in a name by itself, which is no part of a tag or an address:
/// "Talks with Renault".
fn ends_in_name(text: &str) -> bool {
    let token = last_token(text);
    let mut letters = token.chars();
    letters.next().is_some_and(char::is_uppercase)
        && token.chars().nth(MIN_OPENER_LETTERS - 1).is_some()
        && letters.all(is_small)
        && token.len() < text.len()
}

/// Tells whether a text ends in a quotation that it holds the beginning of, as
/// far as it is looked at.
fn ends_in_quotation(text: &str) -> bool {
    let mut chars = tail(text).chars();
    let closer = chars.next_back();
    let quoted = chars.as_str();
    let is_closed = match closer {
        Some('"') => quoted.matches('"').count() % 2 == 1,
        Some('»') => quoted.contains('«'),
        _ => quoted.contains('“'),
    };
    is_closed && quoted.ends_with(is_alphanumeric)
}

/// Lists the places of Latin capitals that follow a small letter, a figure or what else ends
/// headings.
fn glued_capitals(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes().array_windows();
    // Letters and quotes beyond ASCII are looked at as characters; their capitals
    // come first among those with such a byte.
    let might = |&[one, next, behind]: &[u8; 3]| {
        (next.is_ascii_uppercase() || next == 0xC3 && behind < 0x9F)
            && (one.is_ascii_lowercase()
                || one.is_ascii_digit()
                || is_end(char::from(one))
                || one >= 0x80)
    };
    let places = bytes.enumerate().filter(move |(_, bytes)| might(bytes));
    let is_glued = |&at: &usize| {
        text.get(..at).is_some_and(|before| {
            before.ends_with(|c: char| is_small(c) || c.is_ascii_digit() || is_end(c))
        }) && text[at..].starts_with(char::is_uppercase)
    };
    places.map(|(before, _)| before + 1).filter(is_glued)
}

/// Tells whether a text opens with a function word, as "The" or "L'", and goes
/// on with another word.
fn opens(text: &str, rules: &Rules) -> bool {
    let word = first_word(text);
    let word = word.split('\'').next().unwrap_or(word);
    let goes_on = if word.chars().nth(1).is_some() {
        text[word.len()..].starts_with(|c| matches!(c, ' ' | ',') || is_apostrophe(c))
    } else {
        text[word.len()..].starts_with(is_apostrophe)
    };
    goes_on
        && word.chars().skip(1).all(is_small)
        && rules.stop_words.contains(&normalize(word, rules.casing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
        let whole = 0..text.len();
        let pieces = split(text, vec![whole], Rules::of(language));
        pieces.into_iter().map(|piece| &text[piece]).collect()
    }

    #[test]
    fn cuts_before_a_function_word_in_a_capital() {
        let cut = |text, language| assert_eq!(pieces(text, language).len(), 2, "{text}");
        cut("Two harbours closedThe ships wait.", "en");
        cut("Le port est ferméLes bateaux attendent.", "fr");
        cut("Le port est ferméL'hiver dure.", "fr");
        cut("Le port est ferméL’hiver dure.", "fr");
        cut("Der Hafen bleibt geschlossenDie Schiffe warten.", "de");
        cut("O porto está fechadoÀs vezes neva.", "pt");
        cut("Une fermeture \"totale\"La ministre attend.", "fr");
        cut("Une fermeture «totale»La ministre attend.", "fr");
        cut("Le taux du livret passe à 0,5%Le gouverneur attend.", "fr");
        cut("Posted on July 27, 2017They said nothing.", "en");
        cut("Le port est fermé (maire)Les bateaux attendent.", "fr");
        cut("Partenariat avec RenaultDans le port, on attend.", "fr");
    }

    #[test]
    fn cuts_behind_a_heading_between_dashes() {
        let cut = |text, expected: [&str; 2]| assert_eq!(pieces(text, "fr"), expected);
        cut(
            "- Le port est fermé -Les bateaux attendent.",
            ["- Le port est fermé -", "Les bateaux attendent."],
        );
        cut(
            "- Quel port? -\"Il est fermé\", dit-il.",
            ["- Quel port? -", "\"Il est fermé\", dit-il."],
        );
        cut(
            "– Mi-temps –Le match – ou ce qu'il en reste – dure.",
            ["– Mi-temps –", "Le match – ou ce qu'il en reste – dure."],
        );
    }

    #[test]
    fn cuts_behind_a_heading_in_capitals() {
        assert_eq!(
            pieces("NO SHIPS SINCE MONDAY The crews wait.", "en"),
            ["NO SHIPS SINCE MONDAY", "The crews wait."]
        );
        let whole = |text| assert_eq!(pieces(text, "en"), [text]);
        whole("JABALYA REFUGEE CAMP, Gaza Strip was quiet.");
        whole("UNITED NATIONS Secretary General leaves.");
        whole("NO SHIPS SINCE MONDAY were seen.");
        whole("NO SHIPS SINCE MONDAY");
    }

    #[test]
    fn leaves_dashes_that_hold_no_heading() {
        let whole = |text| assert_eq!(pieces(text, "fr"), [text]);
        whole("- Le port est fermé - dit le maire - depuis mardi.");
        whole("- Saint-Malo, Lorient-Ville et La-Baule.");
        whole("- Le port -");
        whole("- Meilleur film - Le Port de l'angoisse");
        whole("Le port - Saint-Malo - Le reste attend.");
    }

    #[test]
    fn leaves_names_and_addresses() {
        let whole = |text, language| assert_eq!(pieces(text, language), [text]);
        whole("They met on LinkedIn in May.", "en");
        whole("The iPhone and the easyJet flight.", "en");
        whole("It is at example.com/whereThe ships wait.", "en");
        whole("We like #SaveThe whales and @BackThe blue.", "en");
        whole("The PalmOne phone and the CinemaNow site.", "en");
        whole(
            "It was One2One (now another) then, and 7Up, which many like.",
            "en",
        );
        whole("A microSD card and a microUSB plug.", "en");
        whole("la vitaminaA fa bene", "it");
        whole("Il lit\"Le Monde\" et dort.", "fr");
        whole("Er wohnt in der StraßeDer", "de");
    }
}
