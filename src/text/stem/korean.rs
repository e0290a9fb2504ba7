//! Korean: cuts particles and the sign of the plural off nouns, and the endings of the verbs that
//! 하다 (do), 되다 (become), 시키다 (make do) and 받다 (undergo) form of nouns, one after the other until
//! none is left: 정부에서는, 학생들에게도, 발표했다고, 체포된.
//!
//! Many particles have one form behind a syllable with a final consonant and another behind one
//! without (은/는, 이/가, 을/를, 과/와, 으로/로), which tells most of them from the end of a word: 국가,
//! 효과 and 마을 stay whole. Where it doesn't (고속도로, 국무회의), a bare noun loses its end as its forms do,
//! so they meet all the same; words that would meet another word so are listed. Other verbs are left
//! as they are: their stems change too much.

use super::affix::has_chars;

/// The shortest stem, in syllables.
const SHORTEST: usize = 2;

/// Words that end like a form of another word: 경기도 (a province) and 경기 (match).
const WHOLE: [&str; 20] = [
    "강화도", "경기도", "고양이", "무기한", "무인도", "수련의", "어린이", "원자로", "전공의",
    "전문의", "젊은이", "정당한", "정당하게", "정신과", "제대로", "증산도", "지명도", "진주만",
    "풍수해", "해상도",
];

/// What a particle stands behind: a syllable with a final consonant or without, or one without or
/// with ㄹ. Letters that aren't Hangul pass for all of them.
#[derive(Clone, Copy)]
enum After {
    Any,
    Closed,
    Open,
    OpenOrL,
}

/// Particles and forms of the copula; one that ends in another stands before it.
const PARTICLES: [(&str, After); 49] = [
    ("이었다", After::Closed),
    ("이었던", After::Closed),
    ("이라고", After::Closed),
    ("이라며", After::Closed),
    ("이라면", After::Closed),
    ("이지만", After::Closed),
    ("으로서", After::Closed),
    ("으로써", After::Closed),
    ("입니다", After::Any),
    ("에게서", After::Any),
    ("로서", After::OpenOrL),
    ("로써", After::OpenOrL),
    ("으로", After::Closed),
    ("이나", After::Closed),
    ("이다", After::Closed),
    ("이라", After::Closed),
    ("이며", After::Closed),
    ("이고", After::Closed),
    ("였다", After::Open),
    ("였던", After::Open),
    ("라고", After::Open),
    ("라는", After::Open),
    ("라며", After::Open),
    ("에서", After::Any),
    ("에선", After::Any),
    ("에게", After::Any),
    ("에겐", After::Any),
    ("한테", After::Any),
    ("께서", After::Any),
    ("까지", After::Any),
    ("부터", After::Any),
    ("보다", After::Any),
    ("처럼", After::Any),
    ("마다", After::Any),
    ("마저", After::Any),
    ("조차", After::Any),
    ("만큼", After::Any),
    ("밖에", After::Any),
    ("은", After::Closed),
    ("이", After::Closed),
    ("을", After::Closed),
    ("과", After::Closed),
    ("는", After::Open),
    ("가", After::Open),
    ("를", After::Open),
    ("와", After::Open),
    ("로", After::OpenOrL),
    ("에", After::Any),
    ("의", After::Any),
];

/// Endings that stand behind anything and may have particles behind them: "also", "only", the plural.
const ADDED: [&str; 3] = ["도", "만", "들"];

/// Of verbs made of nouns, the syllables of the verb and the endings behind them.
const VERBS: [(&[&str], &[&str]); 6] = [
    (
        &["당했", "했", "하였", "됐", "되었", "시켰", "받았"],
        &[
            "습니다", "으면서", "다고", "다며", "다면", "다가", "지만", "으며", "으나", "는데",
            "었다", "었던", "다", "고", "던", "을", "기", "음",
        ],
    ),
    (
        &["당하", "하", "되", "시키"],
        &[
            "겠다고", "겠다며", "겠습니다", "십시오", "면서", "도록", "지만", "거나", "려고",
            "려던", "겠다", "므로", "라고", "자고", "세요", "어야", "여야", "는데", "는", "고",
            "며", "면", "기", "지", "다", "던", "자", "게", "려", "라", "여", "어",
        ],
    ),
    (
        &["당한", "한", "된", "시킨"],
        &["다고", "다며", "다면", "다", "데", "지", ""],
    ),
    (&["당할", "할", "될", "시킬"], &["지", ""]),
    (
        &["당해", "해", "돼", "시켜"],
        &["왔다", "왔던", "준다", "서", "야", "온", "준", ""],
    ),
    (&["합", "됩", "시킵"], &["니다"]),
];

/// Endings of 받다, whose stem ends in a consonant.
const UNDERGO: [&str; 9] = [
    "받으며", "받은", "받는", "받고", "받아", "받을", "받기", "받지", "받자",
];

/// Makes an adjective of a noun; what stands behind it is the copula.
const ADJECTIVAL: &str = "적인";

/// Returns the stem of a word, a slice of it.
pub(super) fn stem(word: &str) -> &str {
    let mut word = word;
    while let Some(rest) = cut(word) {
        word = rest;
    }
    word
}

/// Cuts one ending.
fn cut(word: &str) -> Option<&str> {
    if WHOLE.contains(&word) {
        return None;
    }
    if word.ends_with(ADJECTIVAL) {
        return long_enough(word.strip_suffix("인"));
    }
    verb(word).or_else(|| particle(word)).or_else(|| {
        let mut rests = ADDED.iter().map(|ending| word.strip_suffix(ending));
        rests.find_map(long_enough)
    })
}

fn verb(word: &str) -> Option<&str> {
    let mut undergone = UNDERGO.iter().map(|ending| word.strip_suffix(ending));
    undergone.find_map(long_enough).or_else(|| {
        VERBS.iter().find_map(|(syllables, endings)| {
            endings.iter().find_map(|ending| {
                let rest = word.strip_suffix(ending)?;
                syllables
                    .iter()
                    .find_map(|syllable| long_enough(rest.strip_suffix(syllable)))
            })
        })
    })
}

fn particle(word: &str) -> Option<&str> {
    PARTICLES.iter().find_map(|(ending, after)| {
        let rest = long_enough(word.strip_suffix(ending))?;
        stands_behind(*after, rest).then_some(rest)
    })
}

fn stands_behind(after: After, rest: &str) -> bool {
    let Some(end) = rest.chars().next_back().and_then(final_consonant) else {
        return true;
    };
    match after {
        After::Any => true,
        After::Closed => end != NO_CONSONANT,
        After::Open => end == NO_CONSONANT,
        After::OpenOrL => end == NO_CONSONANT || end == FINAL_L,
    }
}

/// Unicode's numbers of the final consonants.
const NO_CONSONANT: u32 = 0;
const FINAL_L: u32 = 8;

/// Returns the number of the final consonant of a syllable, nothing for other characters.
fn final_consonant(syllable: char) -> Option<u32> {
    matches!(syllable, '가'..='힣').then(|| (u32::from(syllable) - u32::from('가')) % 28)
}

fn long_enough(rest: Option<&str>) -> Option<&str> {
    rest.filter(|rest| has_chars(rest, SHORTEST))
}

#[cfg(test)]
mod tests {
    use super::super::forms::assert_meet;
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        let classes = [
            "정부 정부는 정부가 정부의 정부를 정부와 정부에 정부에서는 정부로부터 정부까지도 정부였다",
            "대통령 대통령은 대통령이 대통령의 대통령을 대통령과 대통령으로 대통령에게 대통령이라고 대통령이다",
            "학생 학생들 학생들이 학생들에게도 학생들의 학생은",
            "학교 학교에서도 학교로 학교에는 학교만의 학교마다",
            "서울 서울로 서울에서 서울이 서울과 서울까지",
            "국가 국가는 국가들의 국가로서",
            "회의 회의는 회의에서 회의를",
            "국무회의 국무회의는 국무회의에서 국무회의의",
            "고속도로 고속도로를 고속도로에서 고속도로는",
            "발표 발표했다 발표한 발표하며 발표하고 발표할 발표해 발표한다는 발표했다고 발표하면서 발표합니다",
            "체포 체포된 체포됐다 체포되면서 체포되었다 체포한 체포당했다 체포해야",
            "강화 강화시켰다 강화하는 강화돼 강화를",
            "선고 선고받았다 선고받은 선고를",
            "정치적 정치적인 정치적으로 정치적이다",
            "경기도 경기도는 경기도의 경기도에서",
            "고양이 고양이가 고양이들은",
            "eu eu는 eu가 eu의",
        ];
        assert_meet(stem, classes);
    }

    #[test]
    fn words_that_end_like_forms_stay_whole() {
        for word in [
            "도로", "회의", "국가", "평화", "사이", "아이", "효과", "마을", "가을", "북한", "피해",
            "인도", "경기도", "고양이", "전문가", "전공의", "어린이", "외국인", "올해", "이란",
            "유엔", "청와대", "컴퓨터", "새마을", "건강검진",
        ] {
            assert_eq!(stem(word), word);
        }
    }
}
