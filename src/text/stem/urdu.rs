//! Urdu: a light stemmer that unites direct, oblique and plural forms of nouns and adjectives.
//!
//! In the shadow form ے and ی are one letter, as are ں and ن, so that لڑکا, لڑکے and لڑکوں arrive as
//! لڑكا, لڑكي and لڑكون: all lose their last vowel and meet in لڑك. The feminine لڑکی meets them
//! too, which the shadow form makes unavoidable.

use super::affix::{cut_suffix, is_arabic_script, letters};
use super::lexicon::Lexicon;

/// The shortest stem that an ending may leave.
const SHORTEST: usize = 3;

static WORDS: Lexicon = Lexicon::new(&[WHOLE]);

/// Words that only look as if they had an ending, and the broken plurals most used in news.
const WHOLE: &str = "
قانون مضمون خاتون تعاون سكون جنون افلاطون هارمون ٹيليفون فون جون مليون زيتون كيمرون صابون طاعون سيزون هيروئون كارٹون پتلون بٹالين پيرون اندرون بيرون بدون ميدان پاكستان انسان درميان
نمايان بيان عريان ايران عمران زبان جاپان افغانستان هندوستان خواتين=خاتون قوانين=قانون مضامين=مضمون زمين ترين بهترين مشين ميگزين ويكسين يقين تسكين تحسين مسكين فلسطين چين يوكرين سين بين
شاهين رنگين سنگين حسين ياسين نواز صلاحالدين عمارتين=عمارت كاربين تعيين تدوين تلقين امين ثمين بنيادين اولين نگين ارجنٹين كوكين كوارنٹين كمين گرين سكرين اسكرين ٹرين برين مگر
حيات نجات ذات بات رات ملاقات كائنات كاينات نبات ثبات وفات گجرات برات سادات حالات=حالت تعليمات اوقات=وقت اصوات ممالك=ملك مسايل=مسيل مسيله=مسيل مسيلي=مسيل ماهرين=ماهر افراد=فرد امراض=مرض اثرات=اثر اخراجات=خرچ
حكام=حاكم وزراء=وزير علماء=عالم شعراء=شاعر طلبه=طالب طلبا=طالب عوام فوايد=فايده فايده اقدام اداره ادارون=اداره اداري=اداره ذرايع=ذريعه ذريعه ذريعي=ذريعه نتايج=نتيجه نتيجه نتيجي=نتيجه وسايل=وسيله وسيله جرايم=جرم جرم
اسباب=سبب كتب=كتاب كتاب اشيا=شي اشياء=شي مقاصد=مقصد مقصد مراكز=مركز مركز مناظر=منظر منظر صارف مريض شخص اشخاص=شخص واقعات=واقعه واقعه واقعي=واقعه واقعون=واقعه دنيا امريكه=امريكا امريكا امريكي=امريكا بهارت
پاني خوشي شادي زندگي كهاني جواني قرباني پوليس علي مرضي ماضي قاضي نفي سهي يعني باقي كافي شاهي مكمل انكهين=انكه انكهون=انكه انكه هوا دوا خدا سزا ايشيا كورونا ڈيٹا ميڈيا انڈيا اسٹريليا كهلاڑي سماء ابتدا
ساته هاته هاتهون=هاته لاكه لاكهون=لاكه ديكه لكه مجه بڑه هفته هفتي=هفته هفتون=هفته سات باته
اپنا اپني=اپنا كرنا كرني=كرنا هونا هوني=هونا جانا جاني=جانا تها تهي=تها تهين=تها هوتا هوتي=هوتا كرتا كرتي=كرتا جاتا جاتي=جاتا بچه بچي=بچه بچون=بچه بچيان=بچه رهايي گولي گوليان=گولي گوليون=گولي حسينه بالون كيسي كهانا سستا سستي=سستا بالي دونون تينون چارون كيون جنهون انهون جيسا جيسي=جيسا ايسا ايسي=ايسا";

/// Returns the stem of a word in the shadow form, a slice of it or of the word list.
pub(super) fn stem(word: &str) -> &str {
    if letters(word) < SHORTEST || !is_arabic_script(word) {
        return word;
    }
    if let Some(stem) = WORDS.get(word) {
        return stem;
    }
    WORDS.cut(word, &[plural, last_vowel])
}

/// Cuts the oblique plural ون, the feminine plurals ين and (ي)ان, and the Arabic plural ات.
fn plural(word: &str) -> Option<&str> {
    let oblique = cut_suffix(word, "ون", SHORTEST).or_else(|| cut_suffix(word, "ين", SHORTEST));
    oblique
        .or_else(|| cut_suffix(word, "ان", SHORTEST).filter(|rest| rest.ends_with('ي')))
        .or_else(|| cut_suffix(word, "ات", SHORTEST))
}

/// Cuts the vowel that inflects: ا and ه of the masculine, ي of the oblique, feminine and relation.
fn last_vowel(word: &str) -> Option<&str> {
    ["ايي", "ا", "ه", "ي"]
        .iter()
        .find_map(|vowel| match *vowel {
            "ايي" => cut_suffix(word, "يي", SHORTEST).filter(|rest| rest.ends_with('ا')),
            vowel => cut_suffix(word, vowel, SHORTEST)
                .filter(|rest| !(vowel == "ه" && rest.ends_with('ا'))),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forms that must meet, one class a line; the first word of a line is the stem.
    const MEET: &str = "
        لڑك لڑكا لڑكي لڑكون
        لوگ لوگون
        كتاب كتابين كتابون كتب
        پاكستان پاكستاني پاكستانيون
        پابند پابندي پابنديون پابنديان
        كمپن كمپني كمپنيون كمپنيان
        كهلاڑي كهلاڑيون
        ماهر ماهرين
        خاتون خواتين
        نتيجه نتايج نتيجي
        معلوم معلومات
        حكومت حكومتون حكومتين حكومتي
        بچه بچي بچون
        دوسر دوسرا دوسري دوسرون
        قانون قوانين قانوني
    ";

    const APART: &[(&str, &str)] = &[
        ("ساته", "سات"),
        ("قانون", "قان"),
        ("پاكستان", "پاك"),
        ("فلسطين", "فلسط"),
        ("خاتون", "خات"),
        ("درميان", "درم"),
        ("زمين", "زم"),
        ("پاني", "پان"),
        ("ملاقات", "ملاق"),
        ("ميدان", "ميد"),
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
