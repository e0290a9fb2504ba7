//! News agencies by name, and the datelines of East Asia, which are built
//! around them.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

use super::super::token::is_unspaced;
use super::names::{AGENCIES, CHINESE_SOURCES, PAPERS};
use crate::text::normalize::{Casing, is_numeric, normalize};

/// Quotes around the name of a paper, opening and closing.
const QUOTES: [(char, char); 3] = [('«', '»'), ('"', '"'), ('“', '”')];

/// "Agencies", without a name, and "news agency", which a name follows.
const UNNAMED: &[&str] = &["وكالات", "الوكالات", "والوكالات"];
const NAMED: &str = "خبرگزاري";

/// Closes a Chinese dateline: "sent", "news" of a day.
const CHINESE_ENDS: &[&str] = &[
    "日电", "日電", "日讯", "日訊", "日专电", "日體育專電", "日体育专电", "日專電", "日快讯",
    "日綜合外電報導", "日綜合電", "日综合消息", "日综合电", "日综合讯",
];

/// What makes another word of "sent" or "news" and what follows: telephone,
/// television, power, station, questioning, film, trade.
const WORDS_OF_SENT: [char; 10] = ['话', '話', '视', '視', '力', '台', '问', '問', '影', '商'];
/// "Reporter", "correspondent" in Chinese.
const HAN_REPORTERS: [&str; 3] = ["记者", "記者", "通讯员"];

/// Longest name of an agency in bytes.
const MAX_NAME_BYTES: usize = 56;
/// Longest name of a paper or a place before "news", in letters.
const MAX_PAPER_LETTERS: usize = 10;
/// "Reporter", "correspondent" at the end of a Korean dateline.
const REPORTERS: [&str; 2] = ["기자", "특파원"];
/// Longest Chinese dateline, and longest note in brackets after it, in bytes.
const MAX_CHINESE_BYTES: usize = 75;

/// Tells whether a text is the name of an agency.
pub(in super::super) fn is_agency(text: &str) -> bool {
    static KEYS: OnceLock<HashSet<String, FixedState>> = OnceLock::new();
    let keys = KEYS.get_or_init(|| {
        let names = AGENCIES.iter().map(|name| normalize(name, Casing::Common));
        names.map(key).collect()
    });
    normal_name(text).is_some_and(|name| {
        says_agency(&name) || !is_short_word(text.trim()) && keys.contains(&key(name))
    })
}

/// Finds the first quotation, if it is but the name of an agency or a paper:
/// «الشرق الأوسط».
pub(super) fn quoted(text: &str) -> Option<Range<usize>> {
    let (start, opener) = text.char_indices().find(|&(_, c)| is_quote(c))?;
    let inside = &text[start + opener.len_utf8()..];
    let (_, closer) = QUOTES.iter().find(|(one, _)| *one == opener)?;
    let end = inside.find(*closer)?;
    let name = &inside[..end];
    let length = opener.len_utf8() + end + closer.len_utf8();
    (is_paper(name) || is_agency(name)).then_some(start..start + length)
}

/// Tells whether a text is the name of a paper that is a word as well.
pub(super) fn is_paper(text: &str) -> bool {
    PAPERS.contains(&text)
}

/// Tells whether a character opens or closes a quotation.
pub(super) fn is_quote(c: char) -> bool {
    QUOTES
        .iter()
        .any(|&(opener, closer)| c == opener || c == closer)
}

fn is_quoted(text: &str) -> bool {
    let text = text.trim();
    quoted(text).is_some_and(|range| range == (0..text.len()))
}

/// Tells whether a text says itself that it is an agency: «خبرگزاری مهر».
pub(super) fn is_called_agency(text: &str) -> bool {
    normal_name(text).is_some_and(|name| says_agency(&name))
}

/// Normalises what is short enough for a name.
fn normal_name(text: &str) -> Option<String> {
    (text.len() <= MAX_NAME_BYTES).then(|| normalize(text.trim(), Casing::Common))
}

fn says_agency(name: &str) -> bool {
    let (kind, own) = name.split_once(' ').unwrap_or((name, ""));
    UNNAMED.contains(&name) || kind == NAMED && !own.contains(' ') || is_domain(name)
}

/// What addresses of portals end in.
const DOMAINS: [&str; 5] = [".com", ".co.id", ".id", ".vn", ".tv"];

/// Tells whether a name is the address of a portal: "Suara.com".
pub(super) fn is_domain(name: &str) -> bool {
    let own = DOMAINS.iter().find_map(|end| name.strip_suffix(end));
    own.is_some_and(|own| !own.is_empty() && !own.contains([' ', '@', '/']))
}

/// "Map", "spa" and "tap" are words; only "MAP", "SPA" and "TAP" report.
fn is_short_word(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters <= 4
        && name.contains(|c: char| c.is_ascii_lowercase())
        && !matches!(
            name,
            "dpa"
                | "epd"
                | "sda"
                | "taz"
                | "dts"
                | "ots"
                | "ats"
                | "awp"
                | "afp"
                | "Lusa"
                | "Ansa"
                | "Tass"
        )
}

/// Leaves out of a normalised name what writers differ in.
fn key(mut name: String) -> String {
    name.retain(|c| !c.is_whitespace() && !c.is_ascii_punctuation());
    name
}

/// Tells whether one of the parts of a text, between brackets, slashes,
/// commas, dashes and signs of equality, is an agency.
pub(super) fn names_agency(text: &str) -> bool {
    let parts = text.split(|c: char| is_border(c) || matches!(c, ',' | '،'));
    // A tatweel between blanks is a dash.
    let mut parts = parts.flat_map(|part| part.split(" ـ "));
    parts.any(|part| is_agency(part) || is_dated_agency(part) || is_quoted(part))
}

/// An agency with the day before or behind it: "TTXVN 3/9", «14-3-2026 وفا».
fn is_dated_agency(text: &str) -> bool {
    let text = text.trim();
    let behind = text.rsplit_once(' ');
    let before = text.split_once(' ');
    behind.is_some_and(|(name, day)| day.starts_with(is_numeric) && is_agency(name))
        || before.is_some_and(|(day, name)| day.starts_with(is_numeric) && is_agency(name))
}

fn is_border(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '/'
            | '（'
            | '）'
            | '【'
            | '】'
            | '='
            | '＝'
            | '-'
            | '–'
            | '—'
            | ':'
            | '：'
            | '\u{3000}'
    )
}

/// Returns where a dateline in the manner of Chinese, Japanese or Korean ends.
pub(super) fn east_asian(head: &str) -> Option<usize> {
    bracketed(head).or_else(|| chinese(head))
}

/// 【ロンドン共同】, (서울=연합뉴스) 김민수 기자 =
fn bracketed(head: &str) -> Option<usize> {
    let inside = head.strip_prefix(['(', '[', '【', '（', '［', '〔'])?;
    let length = inside.find([')', ']', '】', '）', '］', '〕'])?;
    let content = &inside[..length];
    let japanese = head.starts_with('【')
        && (content.ends_with("共同") || content.ends_with("時事") || content.contains('＝'));
    let sent = CHINESE_ENDS.iter().any(|end| content.ends_with(end));
    let reported = content.len() <= MAX_CHINESE_BYTES
        && ["報導", "报道"].iter().any(|end| content.ends_with(end));
    let framed = head.starts_with(['【', '［']);
    let paper = is_paper_note(content) || is_korean_paper(content);
    let spaced = framed && content.split_whitespace().any(is_agency);
    if !(japanese || sent || reported || spaced || paper || names_agency(content)) {
        return None;
    }
    let closer = inside[length..].chars().next()?;
    let end = head.len() - inside.len() + length + closer.len_utf8();
    Some(end + signature(&head[end..]))
}

/// Tells whether a text is the name of a place or a paper and "news": 新加坡讯.
fn is_paper_note(text: &str) -> bool {
    let name = text.strip_suffix(['讯', '訊']);
    // "News flash", "information", "communication".
    name.is_some_and(|name| is_paper_name(name) && !name.ends_with(['快', '资', '資', '通']))
}

fn is_paper_name(name: &str) -> bool {
    let letters = name.chars().take(MAX_PAPER_LETTERS + 1).count();
    (2..=MAX_PAPER_LETTERS).contains(&letters) && name.chars().all(is_unspaced)
}

/// Tells whether a text names a Korean paper and its reporter: 세종=이데일리 김철수 기자.
fn is_korean_paper(text: &str) -> bool {
    let named = text.contains('=') || text.split_whitespace().count() > 2;
    named && text.len() <= MAX_CHINESE_BYTES && REPORTERS.iter().any(|one| text.ends_with(one))
}

/// Returns the length of the reporter's name up to " =", or of a dash.
fn signature(after: &str) -> usize {
    const MAX_SIGNATURE_BYTES: usize = 60;
    match after.find(['=', '＝']) {
        Some(at) if at <= MAX_SIGNATURE_BYTES && !after[..at].contains(['.', ',']) => {
            at + after[at..].chars().next().map_or(0, char::len_utf8)
        }
        _ => dash(after),
    }
}

/// Returns the length of a dash between blanks.
fn dash(after: &str) -> usize {
    let spaced = after.strip_prefix([' ', '\u{3000}']).and_then(|rest| {
        let rest = rest.strip_prefix(['-', '–', '—', '－'])?;
        rest.starts_with([' ', '\u{3000}']).then_some(rest)
    });
    spaced.map_or(0, |rest| after.len() - rest.len())
}

/// 新华社广州5月3日电（记者李明）
fn chinese(head: &str) -> Option<usize> {
    if !head.starts_with(is_unspaced) {
        return None;
    }
    let known = CHINESE_SOURCES
        .iter()
        .any(|source| head.starts_with(*source));
    if let Some(end) = by_reporter(head) {
        return Some(end + note(&head[end..]));
    }
    let ends = CHINESE_ENDS.iter();
    let end = ends
        .filter_map(|end| head.find(end).map(|at| at + end.len()))
        .min()?;
    // Of other sources a blank or a bracket behind it tells.
    let apart = head[end..].starts_with([' ', '\u{3000}', '（', '(']);
    // "Telephone", "television", "questioning"; a reporter who calls.
    let is_word = head[end..].starts_with(WORDS_OF_SENT)
        || HAN_REPORTERS.iter().any(|who| head[..end].contains(who));
    if !(known || apart)
        || is_word
        || end > MAX_CHINESE_BYTES
        || head[..end].contains(['，', '。', '、', '：', '“'])
    {
        return None;
    }
    let end = end + note(&head[end..]);
    let comma = if known && head[end..].starts_with('，') {
        '，'.len_utf8()
    } else {
        0
    };
    Some(end + comma)
}

/// Returns where "news" ends behind the name of a paper, a note with the reporter's
/// name behind it: 本报讯（记者 王明）.
fn by_reporter(head: &str) -> Option<usize> {
    let start = head.find(['（', '('])?;
    let opener = head[start..].chars().next()?;
    let inside = &head[start + opener.len_utf8()..];
    let named = HAN_REPORTERS.iter().any(|who| inside.starts_with(who));
    let paper = &head[..start];
    let is_news = paper.strip_suffix("消息").is_some_and(is_paper_name);
    (named && (is_news || is_paper_note(paper))).then_some(start)
}

/// Returns the length of a note in brackets: （记者李明）, with or without a
/// blank before it.
fn note(after: &str) -> usize {
    let rest = after.trim_start();
    let pairs = [('（', '）'), ('(', ')')];
    let found = pairs.iter().find_map(|&(opener, closer)| {
        let end = rest.strip_prefix(opener)?.find(closer)? + opener.len_utf8() + closer.len_utf8();
        (end <= MAX_CHINESE_BYTES).then_some(end)
    });
    found.map_or(0, |end| after.len() - rest.len() + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_agency_is_short_enough_to_be_looked_up() {
        for name in AGENCIES {
            assert!(name.len() <= MAX_NAME_BYTES, "{name}");
        }
    }
}
