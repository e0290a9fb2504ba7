//! Text whose sentences end in a blank. Thai has no full stops and sets blanks
//! between sentences, clauses, names and numbers alike: a paragraph would be
//! one sentence. A sentence is taken to begin behind a blank with one of the
//! words below, which turn to another speaker, time or matter.

use std::ops::Range;

/// Fewest characters of a sentence on either side: what is shorter is a clause
/// that leads in or an afterthought.
const MIN_CHARS: usize = 40;
/// Openings of sentences: meanwhile, as for, besides, however, later, earlier,
/// at first, most recently, the reporter says, on the day of.
const OPENINGS: &[&str] = &[
    "ทั้งนี้",
    "นอกจากนี้",
    "นอกจากนั้น",
    "นอกเหนือจากนี้",
    "ยิ่งไปกว่านั้น",
    "อย่างไรก็ตาม",
    "อย่างไรก็ดี",
    "ขณะที่",
    "ขณะเดียวกัน",
    "ขณะนี้",
    "ในขณะที่",
    "ในขณะเดียวกัน",
    "ในเวลาเดียวกัน",
    "ในทางกลับกัน",
    "ในอีกด้านหนึ่ง",
    "ด้าน",
    "ส่วน",
    "สำหรับ",
    "ต่อมา",
    "จากนั้น",
    "หลังจากนั้น",
    "หลังเกิดเหตุ",
    "ก่อนหน้านี้",
    "ก่อนหน้านั้น",
    "เบื้องต้น",
    "ล่าสุด",
    "ในที่สุด",
    "ปัจจุบัน",
    "ดังนั้น",
    "เพราะฉะนั้น",
    "ด้วยเหตุนี้",
    "เมื่อวันที่",
    "วันเดียวกัน",
    "ผู้สื่อข่าวรายงาน",
    "ผู้สื่อข่าวถาม",
    "รายงานข่าว",
    "รายงานระบุ",
    "เมื่อถามว่า",
    "ต่อข้อถาม",
    "แต่อย่างไรก็",
];

/// Cuts each sentence of a paragraph before the words that open another.
pub(super) fn split(paragraph: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let text = &paragraph[sentence.clone()];
        let mut start = 0;
        for (blank, gap) in text.match_indices(' ') {
            let next = blank + gap.len();
            if opens(&text[next..]) && is_long(&text[start..blank]) && is_long(&text[next..]) {
                let end = start + text[start..blank].trim_end().len();
                pieces.push(sentence.start + start..sentence.start + end);
                start = next;
            }
        }
        pieces.push(sentence.start + start..sentence.end);
    }
    pieces
}

fn opens(text: &str) -> bool {
    OPENINGS.iter().any(|opening| text.starts_with(opening))
}

fn is_long(text: &str) -> bool {
    text.chars().nth(MIN_CHARS - 1).is_some()
}
