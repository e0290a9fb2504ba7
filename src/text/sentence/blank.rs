//! Text whose sentences end in a blank. Thai has no full stops and sets blanks
//! between sentences, clauses, names and numbers alike: a paragraph would be
//! one sentence. A sentence is taken to begin behind a blank with one of the
//! words below, which turn to another speaker, time or matter.

use std::ops::Range;

/// Fewest characters of a sentence on either side: what is shorter is a clause
/// that leads in or an afterthought.
const MIN_CHARS: usize = 40;
/// The same before a word that opens nothing but sentences.
const MIN_CHARS_BEFORE_SURE: usize = 25;
/// How far, in characters, a quotation or bracket that is open may reach.
const MAX_OPEN_CHARS: usize = 240;

/// What opens nothing but sentences: besides, however, incidentally.
const SURE: &[&str] = &[
    "ทั้งนี้",
    "นอกจากนี้",
    "นอกจากนั้น",
    "นอกเหนือจากนี้",
    "ยิ่งไปกว่านั้น",
    "อย่างไรก็ตาม",
    "อย่างไรก็ดี",
    "แต่อย่างไรก็",
    "อนึ่ง",
];
/// What mostly opens a sentence: meanwhile, as for, later, earlier, at first,
/// most recently, the reporter says.
const USUAL: &[&str] = &[
    "ขณะที่",
    "ขณะเดียวกัน",
    "ขณะนี้",
    "ในขณะที่",
    "ในขณะเดียวกัน",
    "ในเวลาเดียวกัน",
    "ในทางกลับกัน",
    "ในอีกด้านหนึ่ง",
    "ทางด้าน",
    "ต่อมา",
    "ถัดมา",
    "จากนั้น",
    "หลังจากนั้น",
    "หลังเกิดเหตุ",
    "ก่อนหน้านี้",
    "ก่อนหน้านั้น",
    "โดยก่อนหน้านี้",
    "เบื้องต้น",
    "ล่าสุด",
    "ในที่สุด",
    "ดังนั้น",
    "เพราะฉะนั้น",
    "ด้วยเหตุนี้",
    "จากการสอบสวน",
    "จากการตรวจสอบพบ",
    "จากการสืบสวนพบ",
    "จากการตรวจค้นพบ",
    "พร้อมกันนี้",
    "ต่อจากนั้น",
    "ในการนี้",
    "ผู้สื่อข่าวรายงาน",
    "ผู้สื่อข่าวถาม",
    "รายงานข่าว",
    "รายงานระบุ",
    "เมื่อถาม",
    "ต่อข้อถาม",
];
/// What opens a sentence unless a number, unit or the like stands before it:
/// at present, on the same day, and before a blank "as for", "on the side of".
const DOUBTFUL: &[&str] = &["ปัจจุบัน", "วันเดียวกัน", "ด้าน ", "ส่วน", "แหล่งข่าว"];
/// What looks like one of these and is part of another word: personally, a
/// part, most, government service.
const OTHER_WORDS: &[&str] = &[
    "ส่วนตัว",
    "ส่วนหนึ่ง",
    "ส่วนใหญ่",
    "ส่วนราชการ",
    "ส่วนรวม",
    "ส่วนท้องถิ่น",
    "ส่วนควบคุม",
    "ส่วนภูมิภาค",
    "ส่วนหน้า",
];
/// Behind these no sentence begins: that, at, and, is, or, of, which, by, but, from, with,
/// still, citing, because.
const LEANING: &[&str] = &[
    "ว่า", "ณ", "ที่", "และ", "คือ", "หรือ", "ของ", "ซึ่ง", "โดย", "แต่", "จาก", "กับ", "ยัง", "อ้าง", "เพราะ",
];
/// What ends in one of these and is a word of its own: map, budget, amount, area, signal,
/// owner, things, goods, fully, area, duty and officials, place, everywhere, constant, at
/// once.
const NOT_LEANING: &[&str] = &[
    "แผนที่", "งบประมาณ", "ปริมาณ", "บริเวณ", "สัญญาณ", "เจ้าของ", "สิ่งของ", "ข้าวของ", "เต็มที่", "พื้นที่",
    "หน้าที่", "สถานที่", "ทุกที่", "คงที่", "ทันที่",
];

/// Cuts each sentence of a paragraph before the words that open another.
pub(super) fn split(paragraph: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let text = &paragraph[sentence.clone()];
        let mut start = 0;
        for (blank, gap) in text.match_indices(' ') {
            let next = blank + gap.len();
            let before = text[start..blank].trim_end();
            if opens_sentence(before, &text[next..]) {
                pieces.push(sentence.start + start..sentence.start + start + before.len());
                start = next;
            }
        }
        pieces.push(sentence.start + start..sentence.end);
    }
    pieces
}

/// Tells whether a sentence ends with what stands before a blank and another
/// opens behind it.
fn opens_sentence(before: &str, after: &str) -> bool {
    let opens = |openings: &[&str]| openings.iter().any(|opening| after.starts_with(opening));
    let least = if opens(SURE) {
        MIN_CHARS_BEFORE_SURE
    } else if opens(USUAL) || opens(DOUBTFUL) && !opens(OTHER_WORDS) && !ends_in_number(before) {
        MIN_CHARS
    } else {
        return false;
    };
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let leans = ends(LEANING) && !ends(NOT_LEANING);
    !leans && is_long(before, least) && is_long(after, MIN_CHARS) && !is_open(before)
}

fn is_long(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}

/// Tells whether a text ends in a number, an abbreviation such as "น.", or the
/// sign of repetition.
fn ends_in_number(text: &str) -> bool {
    text.ends_with(|c: char| c.is_numeric() || matches!(c, '.' | 'ๆ' | 'ฯ'))
}

/// Tells whether a quotation or a bracket is open at the end of a text.
fn is_open(text: &str) -> bool {
    let mut last = text.chars().rev().take(MAX_OPEN_CHARS);
    let mark = last.find(|c| matches!(c, '“' | '”' | '‘' | '’' | '(' | ')'));
    mark.is_some_and(|c| matches!(c, '“' | '‘' | '('))
}
