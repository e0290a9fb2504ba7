//! Arabic: a light stemmer for news, after light10 (Larkey, Ballesteros & Connell 2002, "Improving
//! stemming for Arabic information retrieval"), guarded by a list of words that only look affixed.
//!
//! A light stemmer cuts the article, conjunctions, prepositions, pronouns and the endings of gender
//! and number, and looks for no root: roots merge words that a reader of news keeps apart (قطر and
//! قطار). Light10 cuts blindly; here each cut first asks [`lexicon`] whether the word is whole
//! already, so that واشنطن keeps its و and قانون its ون, and [`plurals`] brings broken plurals home.
//!
//! Decided: دولة, دول, دولي and دولية meet (the relative adjective always meets its noun), and so
//! do the past tense's قال, قالت and قالوا. Prefixes of the present tense stay.

mod lexicon;
mod plurals;

use super::affix::{cut_prefix, cut_suffix, is_arabic_script, letters};
use super::lexicon::Lexicon;

/// The shortest stem that an ending may leave: the three radicals.
const RADICALS: usize = 3;

/// The shortest word that the article may leave, since bare رد and حق are not stemmed at all.
const AFTER_ARTICLE: usize = 2;

/// The shortest rest of a verb after the future's س: its person and three radicals.
const AFTER_FUTURE: usize = 4;

static WORDS: Lexicon = Lexicon::new(&[
    lexicon::WAW,
    lexicon::BA,
    lexicon::LAM,
    lexicon::KAF,
    lexicon::FA,
    lexicon::SIN,
    lexicon::ALIF_LAM,
    lexicon::NUN,
    lexicon::TA,
    lexicon::YA,
    lexicon::OTHER,
    plurals::PLURALS,
]);

/// How many one-letter words may stand before the article, or be taken for part of it: و and ب.
const PROCLITICS: usize = 2;

/// The shortest listed word that endings after a seeming article may uncover. Below it chance
/// hits are the rule: الامين is no form of a word الام.
const LISTED_AFTER_ARTICLE: usize = 5;

/// What stripping endings gave, and whether the word list vouches for it.
#[derive(Clone, Copy)]
enum Bare<'a> {
    Listed(&'a str),
    Guessed(&'a str),
}

impl<'a> Bare<'a> {
    fn word(self) -> &'a str {
        match self {
            Self::Listed(word) | Self::Guessed(word) => word,
        }
    }

    fn listed(self) -> Option<&'a str> {
        match self {
            Self::Listed(word) => Some(word),
            Self::Guessed(_) => None,
        }
    }
}

/// Returns the stem of a word in the shadow form, a slice of it or of the word lists.
pub(super) fn stem(word: &str) -> &str {
    if letters(word) < RADICALS || !is_arabic_script(word) {
        return word;
    }
    let whole = bare(word);
    if let Some(stem) = whole.listed() {
        return stem;
    }
    if let Some(rest) = after_article(word) {
        return rest.word();
    }
    after_proclitics(word).unwrap_or(whole).word()
}

/// Cuts the article, unless a listed word starts before it ends: للجنة is لجنة, بالوان is الوان.
fn after_article(word: &str) -> Option<Bare<'_>> {
    let rest = cut_article(word).filter(|rest| letters(rest) >= AFTER_ARTICLE)?;
    let mut tail = word;
    for _ in 0..PROCLITICS {
        tail = tail.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(rest);
        if letters(tail) <= letters(rest) {
            break;
        }
        if let Some(stem) = bare(tail).listed() {
            return Some(Bare::Listed(stem));
        }
    }
    Some(bare(rest))
}

/// Cuts ال, بال, كال or لل, which is the article after ل, and a conjunction before them.
fn cut_article(word: &str) -> Option<&str> {
    let conjoined = word.strip_prefix(['و', 'ف']);
    let bare = conjoined.unwrap_or(word);
    if let Some(rest) = bare.strip_prefix('ل') {
        return rest.strip_prefix('ل');
    }
    let article = match bare.strip_prefix(['ب', 'ك']) {
        // As a phrase فكال is too rare: words that begin so are whole.
        Some(_) if word.starts_with('ف') && bare.starts_with('ك') => return None,
        Some(article) => article,
        None => bare,
    };
    article.strip_prefix('ا')?.strip_prefix('ل')
}

/// Cuts a conjunction, then a preposition or the future's س, as far as that is safe.
fn after_proclitics(word: &str) -> Option<Bare<'_>> {
    let conjunction = cut_prefix(word, "و", RADICALS).or_else(|| cut_prefix(word, "ف", RADICALS));
    let Some(rest) = conjunction else {
        return after_preposition(word);
    };
    let joined = bare(rest);
    if joined.listed().is_some() {
        return Some(joined);
    }
    // Unlisted words keep ف: names from other languages with ف outnumber verbs after "so".
    let preposed = after_preposition(rest);
    if word.starts_with('و') {
        return preposed.or(Some(joined));
    }
    preposed.filter(|bare| bare.listed().is_some())
}

/// Cuts ب or ل, ك before a listed word only (it is seldom a preposition), or the future's س.
fn after_preposition(word: &str) -> Option<Bare<'_>> {
    if let Some(rest) = cut_prefix(word, "ب", RADICALS).or_else(|| cut_prefix(word, "ل", RADICALS))
    {
        return Some(bare(rest));
    }
    if let Some(rest) = cut_prefix(word, "ك", RADICALS) {
        return Some(bare(rest)).filter(|bare| bare.listed().is_some());
    }
    let verb = cut_prefix(word, "س", AFTER_FUTURE)?;
    verb.starts_with(['ي', 'ت']).then(|| bare(verb))
}

/// Endings from the outside in; each step cuts at most one.
const ENDINGS: [fn(&str) -> Option<&str>; 7] =
    [pronoun, feminine, case, number, feminine, relative, hamza];

/// The letters in which an ending can end: others need no further look.
const LAST_LETTERS: [char; 7] = ['ا', 'ه', 'م', 'ن', 'ت', 'ي', 'ء'];

/// Strips endings until the word list knows what is left or nothing more may go.
fn bare(word: &str) -> Bare<'_> {
    if let Some(stem) = WORDS.get(word) {
        return Bare::Listed(stem);
    }
    if !word.ends_with(LAST_LETTERS) {
        return Bare::Guessed(word);
    }
    let floor = if word.starts_with("ال") {
        LISTED_AFTER_ARTICLE
    } else {
        0
    };
    let mut word = word;
    for cut in ENDINGS {
        let Some(rest) = cut(word) else { continue };
        if let Some(stem) = WORDS.get(rest).filter(|_| letters(rest) >= floor) {
            return Bare::Listed(stem);
        }
        word = rest;
    }
    Bare::Guessed(word)
}

/// Cuts a pronoun or ة. After ا the ه belongs to the word: مباراة, معاناة.
fn pronoun(word: &str) -> Option<&str> {
    if !word.ends_with(['ا', 'ه', 'م', 'ن']) {
        return None;
    }
    let rest = strip_pronoun(word).filter(|rest| letters(rest) >= RADICALS);
    rest.or_else(|| cut_suffix(word, "ه", RADICALS).filter(|rest| !rest.ends_with('ا')))
}

/// Strips هما, كما, ها, نا, هم, كم or هن, but not ه, which in the shadow form may also be ة.
fn strip_pronoun(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_suffix('ا') {
        return match rest.strip_suffix('م') {
            Some(rest) => rest.strip_suffix(['ه', 'ك']),
            None => rest.strip_suffix(['ه', 'ن']),
        };
    }
    match word.strip_suffix('م') {
        Some(rest) => rest.strip_suffix(['ه', 'ك']),
        None => word.strip_suffix('ن')?.strip_suffix('ه'),
    }
}

/// Cuts the ت of ة before a pronoun or the dual, and of the past tense: حكومت(ها), اعلن(ت).
fn feminine(word: &str) -> Option<&str> {
    cut_suffix(word, "ت", RADICALS).filter(|rest| !rest.ends_with('ا'))
}

/// Cuts the accusative's ا (كبيرا) and the plural of verbs (قالوا).
fn case(word: &str) -> Option<&str> {
    cut_suffix(word, "وا", RADICALS).or_else(|| cut_suffix(word, "ا", RADICALS))
}

/// Cuts plural and dual, unless the word has the shape of a singular that ends in a radical ن.
fn number(word: &str) -> Option<&str> {
    cut_suffix(word, "ات", RADICALS).or_else(|| {
        let ending = ["ون", "ان", "ين"]
            .into_iter()
            .find(|ending| word.ends_with(ending))?;
        cut_suffix(word, ending, RADICALS).filter(|rest| !radical_nun(rest, ending))
    })
}

/// Recognises, by what `ending` would leave, the verbal nouns and participles of roots in ن.
fn radical_nun(rest: &str, ending: &str) -> bool {
    let length = letters(rest);
    let third = rest.chars().nth(2);
    match ending {
        // تعاون, تهاون; مضمون, مخزون
        "ون" => length == 3 && rest.starts_with(['ت', 'م']),
        // تامين, تعيين
        "ين" => length == 3 && rest.starts_with('ت'),
        // اعلان, ايمان; امتحان, ايتمان; استيطان
        _ => {
            let verbal_noun = length == 3 || (length == 4 && third == Some('ت'));
            (rest.starts_with('ا') && verbal_noun) || (length == 5 && rest.starts_with("است"))
        }
    }
}

/// Cuts the relative ي; with it goes the ء of the noun when it became ي: كهرباي(ي), فضاي(ي).
fn relative(word: &str) -> Option<&str> {
    if word.ends_with("ايي") {
        return cut_suffix(word, "يي", RADICALS);
    }
    cut_suffix(word, "ي", RADICALS).filter(|rest| !rest.ends_with('ا'))
}

/// Cuts ء after ا, so that كهرباء meets what [`relative`] leaves of كهربايي.
fn hamza(word: &str) -> Option<&str> {
    cut_suffix(word, "ء", RADICALS).filter(|rest| rest.ends_with('ا'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forms that must meet, one class a line; the first word of a line is the stem.
    const MEET: &str = "
        حكوم حكومه حكومي حكومات الحكومه والحكوميه للحكومه حكومتها وحكومته بالحكومه لحكومتنا
        ارهاب الارهاب ارهابي ارهابيه الارهابيين ارهابيون ارهابيا للارهاب
        تعاون التعاون بالتعاون وبالتعاون تعاونها تعاونيه للتعاون
        امن الامن امني امنيه الامنيه وامنها
        سياح سياحه السياحه سياحي السياحيه للسياح والسايح
        تجاره تجاري التجاريه والتجاره تجارتها
        سيطر السيطره سيطره وسيطر سيطرت
        سياس سياسه سياسي السياسيين السياسيه سياسات للسياسه وسياسي
        دول دوله دولي دوليه الدول للدول الدولتين ودولته بالدوله
        مدينه المدينه مدن المدن لمدينه بالمدينه مدنها
        قوه قوات القوات والقوه بقوات قوتها وقواته لقوات
        شرك شركه شركات الشركات للشركه لشركتها وشركته
        حزب احزاب الاحزاب للاحزاب حزبها الحزبي
        هجم هجوم هجمات الهجوم بهجوم الهجمات
        وزير وزراء الوزراء لوزير ووزير لوزراء وزيرا وزرايها
        وزار وزاره وزارات الوزاري بوزاره ووزارته
        رييس روساء الرييس ورييس لرييسها رياسه الرياسي
        مسلح مسلحين المسلحه مسلحون
        مدرس مدرسه مدارس المدارس مدرستها المدرسي
        طالب طلاب الطلاب طالبات للطلاب
        عالم علماء عالمي العالميه للعلماء
        قال وقال قالت وقالت قالوا فقال
        اعلن اعلنت واعلن اعلنوا واعلنت
        كهرباء الكهرباء كهربايي الكهرباييه
        اقتصاد الاقتصاديه اقتصاديا والاقتصادي باقتصاد
        سوري سوريا السوري السوريين لسوريا
        روس روسيا الروسي الروسيه وروسيا
        مستوي المستوي مستويات بمستوي
        لجن لجنه اللجنه للجنه لجان ولجنه باللجان
        لاعب اللاعب للاعبين لاعبون ولاعبيه
        قضيه قضايا القضايا بقضيه قضاياها
        بنك بنوك البنوك بنكا للبنك وبنكي
        فلسطين الفلسطينيه فلسطينيين وفلسطين لفلسطين
        يكون سيكون وسيكون
        لون الوان بالوان والوان الالوان
    ";

    /// Words that must stay apart.
    const APART: &[(&str, &str)] = &[
        ("قطر", "قطار"),
        ("امن", "امين"),
        ("مدينه", "مدني"),
        ("سلام", "سلامه"),
        ("شرطه", "شروط"),
        ("رياضه", "الرياض"),
        ("اعلام", "علم"),
        ("طالبان", "طالب"),
        ("خبره", "خبر"),
        ("تعاون", "تعال"),
        ("والد", "ولد"),
        ("فيلم", "يلم"),
        ("سوري", "سور"),
        ("دوره", "دور"),
        ("حضاره", "حاضر"),
        ("وزير", "زير"),
        ("العاب", "عاب"),
        ("جمعه", "جمع"),
        ("صناعه", "صانع"),
        ("كتاب", "تاب"),
        ("واقع", "قع"),
        ("بلديه", "بلد"),
        ("ديون", "دين"),
        ("تجاره", "تاجر"),
        ("عملي", "عمليه"),
        ("وضوء", "ضوء"),
    ];

    /// Words whose seeming affix belongs to them.
    const WHOLE: &str = "
        وزير وفد وطن ولد واشنطن وصول وقت وضع باب بنك بلد بيان بغداد برلمان بريد لبنان لجوء لقاح لندن لاعب
        كره كويت كهف كامل كاس فيلم فريق فوز فندق سيناريو سيول قانون تعاون مليون زيتون ايران لبنان سلطان
        ميدان انسان اعلان امتحان استيطان تامين تعيين مسكين ايمان عدوان رمضان انترنت توقيت صوت بيت بيروت
        مباراه حياه قناه معاناه نادي قاضي ذكري منتدي قوي نبي التزام تفاهم توجيه تشبيه
    ";

    fn words(text: &'static str) -> impl Iterator<Item = &'static str> {
        text.split_ascii_whitespace()
    }

    #[test]
    fn forms_of_a_word_meet() {
        for class in MEET.lines() {
            let stem_of_class = words(class).next().map(stem);
            for form in words(class) {
                assert_eq!(Some(stem(form)), stem_of_class, "{form}");
            }
        }
    }

    #[test]
    fn unlike_words_stay_apart() {
        for (one, other) in APART {
            assert_ne!(stem(one), stem(other), "{one} and {other}");
        }
    }

    #[test]
    fn whole_words_stay_whole() {
        for word in words(WHOLE) {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn stems_in_the_tables_are_final() {
        for form in words(MEET).chain(words(WHOLE)) {
            assert_eq!(stem(stem(form)), stem(form), "{form}");
        }
    }

    #[test]
    fn every_listed_stem_is_final() {
        for (form, value) in WORDS.entries() {
            assert_eq!((stem(form), stem(value)), (value, value), "{form}");
        }
    }
}
