//! Persian: a light stemmer for words whose zero-width non-joiners are gone (برنامههاي, ميشود).
//!
//! Cuts the plurals, the comparative, possessive pronouns, the ي of the indefinite and of relation,
//! and مي of verbs. Plural ان is cut from long words only, as many nouns and names end in it; گان
//! and the silent ه are both cut, so that نماينده and نمايندگان meet. Verbs keep their present and
//! past stems apart (كند, كرد): that needs a dictionary.

use super::affix::{cut_any_suffix, cut_prefix, cut_suffix, is_arabic_script, letters};
use super::lexicon::Lexicon;

/// The shortest stem in general.
const SHORT: usize = 3;

/// The shortest stem before endings that many whole words share: ان, مان, silent ه.
const LONG: usize = 4;

static WORDS: Lexicon = Lexicon::new(&[WHOLE]);

/// Words that only look as if they had an ending or مي before them.
const WHOLE: &str = "
ايران تهران استان زمان پايان دوران ميزان ميدان سازمان درمان ساختمان همزمان فرمان قهرمان همچنان مسلمان مازندران گيلان كرمان سمنان همدان لرستان
زنجان گرگان گلستان خوزستان كردستان بلوچستان سيستان پاكستان افغانستان عربستان هندوستان تاجيكستان تركمنستان ازبكستان قزاقستان قرقيزستان انگلستان
ارمنستان گرجستان مجارستان لهستان بيمارستان دبيرستان شهرستان تابستان زمستان دبستان ورزشگاه كودكستان هنرستان دادستان اذربايجان اصفهان خراسان كاشان ابادان
عنوان بيان جهان جريان نشان انسان سلطان قربان پشتيبان پاسبان نگهبان خيابان بيابان گريبان امكان اركان ايمان پيمان پنهان ناگهان مهربان كاروان روان ارمان اسمان
قران رمضان شعبان لبنان يونان عمان سودان المان يكسان اسان طوفان بحران جبران خاندان زندان دندان گلدان داستان باستان دوستان=دوست سخنان=سخن جوان جوانان=جوان رايگان بازرگان
همگان چوگان ارگان ايگان شايگان واژگان گردان چندان باشگاه انان ايشان پريشان درخشان كهكشان عرفان مرجان قبرستان كوهستان نخلستان بوستان ترجمان گمان ايوان
ادبيات حيات نبات ثبات ملاقات لغات مكافات نجات ذات هيات مساوات بسات كائنات مات ميلاد ميليون ميليارد ميراث ميهن ميان ميانه ميز ميوه ميكروب ميهمان مينو ميثاق ميرزا ميلي ميمون ميرود=رود
همچنين بنابراين زمين دفتر دختر كامپيوتر پيامبر تلويزيون مشتري تيتر متر كيلومتر تئاتر تياتر دكتر كنتر كنتور مستر چتر شهرداري زندگي بازي قاضي ماضي انرژي نادي
هستهاي=هسته هستهيي=هسته شاهي خاكي
هفته هسته رشته دسته نكته نقطه خسته شنبه يكشنبه دوشنبه جمعه جلسه مدرسه نماز علي حتي كسي برخي يعني ولي وقتي خيلي قوي نبي باقي راضي صفوي رضوي مصطفي مجتبي موسي عيسي
خميني روحاني ماهي شادي ابي ايتاليا استرالي كشتي بستني صندلي طوطي گردشگري سرمايه همه بودجه فاجعه خدا هوا دنيا دريا اروپا اسيا امريكا افريقا كالا بها خطا رها تنها انها اينها ابتدا";

/// Plural ها with all that may follow it, longest first.
const PLURALS: [&str; 11] = [
    "هايشان", "هايتان", "هايمان", "هايي", "هايش", "هايم", "هايت", "هاي", "ها", "جات", "گان",
];

/// Endings in the order in which they stand from the outside in.
const ENDINGS: [fn(&str) -> Option<&str>; 7] = [
    verb, possessive, relative, plural, comparative, relative, silent_h,
];

/// Returns the stem of a word in the shadow form, a slice of it or of the word list.
pub(super) fn stem(word: &str) -> &str {
    if letters(word) < SHORT || !is_arabic_script(word) {
        return word;
    }
    if let Some(stem) = WORDS.get(word) {
        return stem;
    }
    WORDS.cut(finite_verb(word).unwrap_or(word), &ENDINGS)
}

/// Cuts مي and نمي where a personal ending says that this is a verb: ميشود, نميتوانند.
fn finite_verb(word: &str) -> Option<&str> {
    let rest = cut_prefix(word, "نمي", SHORT).or_else(|| cut_prefix(word, "مي", SHORT))?;
    Some(rest).filter(|rest| rest.ends_with(['د', 'م']))
}

/// Cuts personal endings after a past stem or participle, which end in د or ت: كردند, كردهاند.
fn verb(word: &str) -> Option<&str> {
    if let Some(participle) =
        cut_any_suffix(word, &["اند", "ايم", "ام", "است"], SHORT).filter(|rest| rest.ends_with('ه'))
    {
        return Some(participle);
    }
    cut_any_suffix(word, &["ند", "يم", "يد"], SHORT).filter(|rest| rest.ends_with(['د', 'ت']))
}

/// Cuts possessive pronouns; after the silent ه they have an ا: خانهاش.
fn possessive(word: &str) -> Option<&str> {
    cut_any_suffix(word, &["شان", "تان", "مان"], LONG)
        .filter(|rest| !rest.ends_with(['س', 'ر', 'ل']))
        .or_else(|| {
            cut_any_suffix(word, &["اش", "ات", "ام"], SHORT).filter(|rest| rest.ends_with('ه'))
        })
}

/// Cuts plurals; ان from long words only and never from places in ستان.
fn plural(word: &str) -> Option<&str> {
    cut_any_suffix(word, &PLURALS, SHORT)
        .or_else(|| cut_suffix(word, "يان", LONG).filter(|rest| rest.ends_with(['و', 'ا'])))
        .or_else(|| cut_suffix(word, "ان", LONG).filter(|rest| !rest.ends_with("ست")))
        .or_else(|| cut_suffix(word, "ات", SHORT))
}

/// Cuts the comparative and superlative.
fn comparative(word: &str) -> Option<&str> {
    cut_any_suffix(word, &["ترين", "تر"], SHORT)
}

/// Cuts ي of the indefinite, of relation and of ezafe, with its glides: منطقهاي, زيبايي, ايراني.
/// After the silent ه its اي looks like the plural's هاي, which [`plural`] then cuts.
fn relative(word: &str) -> Option<&str> {
    if word.ends_with("هاي") || word.ends_with("هايي") {
        return None;
    }
    let glide = cut_suffix(word, "يي", SHORT).filter(|rest| rest.ends_with(['ا', 'و']));
    glide.or_else(|| cut_suffix(word, "ي", SHORT))
}

/// Cuts the silent ه, from participles (كرده) even when only three letters remain.
fn silent_h(word: &str) -> Option<&str> {
    let rest = cut_suffix(word, "ه", SHORT)?;
    Some(rest).filter(|rest| {
        (letters(rest) >= LONG && !rest.ends_with('ا')) || rest.ends_with(['د', 'ت'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forms that must meet, one class a line; the first word of a line is the stem.
    const MEET: &str = "
        كشور كشورهاي كشورها كشوري كشورهايي
        برنام برنامه برنامهها برنامههاي برنامههايي
        شود ميشود نميشود
        كرد كردند كرده كردهاند كرديم ميكردند
        نمايند نماينده نمايندگان نمايندگاني
        ايران ايراني ايرانيان ايرانيها
        جوان جوانان جواني
        بزرگ بزرگتر بزرگترين
        كارشناس كارشناسان كارشناسي
        انتخاب انتخابات انتخاباتي
        اقتصاد اقتصادي
        امريكا امريكايي امريكاييها
        استان استانهاي استاني
        مسلمان مسلمانان
        هسته هستهاي
        خانه خانههاي خانهها خانهاش
    ";

    const APART: &[(&str, &str)] = &[
        ("ايران", "ايرن"),
        ("ميدان", "دان"),
        ("دفتر", "دف"),
        ("تهران", "تهر"),
        ("هسته", "هست"),
        ("هفته", "هفت"),
        ("گزارش", "گزار"),
        ("كرد", "كند"),
        ("سازمان", "ساز"),
        ("ميليون", "ليون"),
    ];

    fn words(text: &'static str) -> impl Iterator<Item = &'static str> {
        text.split_ascii_whitespace()
    }

    #[test]
    fn forms_of_a_word_meet() {
        for class in MEET.lines() {
            let stem_of_class = words(class).next();
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
    fn every_listed_stem_is_final() {
        for (form, value) in WORDS.entries() {
            assert_eq!((stem(form), stem(value)), (value, value), "{form}");
        }
    }
}
