//! Pashto: a light stemmer for nouns and adjectives, whose endings hold number, gender and case
//! (هېواد, هېوادونه, هېوادونو; ښوونکی, ښوونکې, ښوونکو; لویه, لویې, لویو). It follows no published list.
//!
//! In the shadow form ی, ي, ې, ۍ and ئ are one letter, so that the singular in ی, its plural and
//! oblique, the feminine, the noun in ي and the adjective of relation arrive as one word or lose the
//! same letter: ناروغ, ناروغي, ناروغۍ, ناروغیو. Verbs made of nouns and adjectives lose ول, وي, ېدل and
//! ېږي (محدود, محدودول, محدودېږي); of other verbs the forms of the past meet (لیکل, لیکلي, لیکلو), while
//! present stems and the perfective و remain, but for the listed verbs of news (وژل, ووژل, وژني).
//!
//! Words of three letters stay whole and no ending leaves fewer, as what remains of ښځې or هڅو would
//! be that of particles: such nouns are listed, and so are plurals that change inside, words whose
//! stem would be that of another (محکم and محکمه, بوټ and بوټی), and forms of relation that news uses
//! of other things than their noun (نظام and نظامي, هوا and هوايي, ولسوال and ولسوالۍ). Nouns made of
//! others with والی, تیا, توب, تون and ونکی are words of their own; so are most Arabic plurals in ات.

use super::affix::{cut_any_suffix, cut_suffix, is_arabic_script, letters};
use super::lexicon::Lexicon;

/// The shortest stem in general.
const SHORT: usize = 3;

/// The shortest stem before endings that many whole words share: ان, ین; ول behind م.
const LONG: usize = 4;

static WORDS: Lexicon = Lexicon::new(&[WHOLE, NOUNS, VERBS]);

/// Words that only look as if they had an ending, and those whose stem would be that of another word.
const WHOLE: &str = "
افغان انسان حيوان ميدان شيطان سلطان دهقان ارزان اسمان اسان دندان باران توپان طوفان بحران ايران يونان جاپان زندان مسلمان قهرمان پهلوان ترجمان خپلوان
كاروان موټروان نوجوان
سازمان ساختمان خاندان امتحان فراوان پريشان پښيمان سرگردان درخشان مهربان باغبان پاسبان هيجان قوماندان گلدان اردوغان رحمان عثمان سليمان لقمان كامران
سوليوان
بدخشان باميان سمنگان جوزجان طالقان خراسان اصفهان اذربايجان تايوان داستان دبستان سيستان ارزگان پارلمان پارليمان كهكشان رستوران همزمان دسترخوان اطمينان
ميزبان زعفران خلبان پشتيبان قربانيان هندوانه جريان شريان عريان بنيان طغيان عصيان هذيان پايان شايان نمايان درميان
قانون پوهنتون روغتون درملتون وړكتون كتابتون زيږنتون ژوندون پښتون بدلون گډون تړون پرمختون تلويزيون ټلويزيون تليفون ټليفون ټيليفون صابون زيتون مضمون
ستون
معمول معلول كنټرول كنترول پروتوكول پټرول پترول كابول استانبول كپسول الكول فارمول فورمول ماليكول ماليكيول
مولوي شوروي معنوي ثانوي علوي رضوي صفوي موسوي مصطفوي مساوي ملتوي ناروي هواوي پلاوي پلاو پلوي خپلوي پيروي څاروي
ويډيو ويديو راډيو راديو ريډيو پوليو سټوډيو سټوديو سناريو توكيو ټوكيو كانگو ماسكو مسكو ناټو ناتو فوټو كيلو هندو ټاپو ډاكو پيشو ټاپي پيرو مينو
افغاني بندي خوندي نظامي رسمي رواني جنسي مقامي مالي ملكي ملكه مفتي غازي والي ماهي كالي بوټي سوري روسي گولي گوله سيلي تيري پردي تندي تنده كښتي جواري
ساري رازي
ژوندي دښمني تخريبي مخالفين جمهوري برابري توره خټكي خوراكي داوطلبي سحري عصري غزني غوريان فضله فعالان قومانداني كاني كانگي كركه لاري لوړه لنډي لوري ماتي
متحده ملكيان ميلادي هوايي
ولسوالي ښاروالي يونانيان پلوه پيريان گراني گرمي گرځندوي ښاري ښاريان سيالي اتلولي شاهي اسلامي ښكاري اټومي قماربازي بريښنايي علمي بشري بحري حقوقي دوستي
كړاي كړايي ليوني بيخي څوكي خوبي عمره شكره قابله مقابله قبله كتله غوره پوره پوري شاته پايه ليكن خلاصه عليه زهره سروي اوره اوري ترڅو بيړه رومي
ښكاره ښكاروي نيكه نماينده نمايندگي غبرگولي پښتونولي وروسته هغوي ټولگه تياره خوري خورو خوروي ويره طورخم
";

/// Nouns too short for the rules, those that must stay apart from others, those that change inside,
/// and some Arabic plurals.
const NOUNS: &str = "
بمونه=بم بمونو=بم غرونه=غر غرونو=غر غره=غر حقونه حقونو=حقونه خطونه=خط خطونو=خط رگونه=رگ رگونو=رگ سرونه=سر سرونو=سر غمونه=غم غمونو=غم گلونه=گل گلونو=گل
گلان=گل گلانو=گل اسونه=اس اسونو=اس
مشران=مشر اتلان=اتل هكران=هكر سيكان=سيك اوښان=اوښ پوهان پوهه پوهي=پوهه دوستان=دوست دوستانو=دوست سرپرستان=سرپرست سرپرستانو=سرپرست ملخان=ملخ ملكان=ملك
شيخان=شيخ عربان=عرب تركان=ترك كردان=كرد خانان=خان ماران=مار فيلان=فيل هلكان=هلك نرسان=نرس چرگان=چرگ مرغان=مرغ كسان=كس كسانو=كس غلان=غل غلانو=غل
كبان=كب كبانو=كب
مړه=مړ مړو=مړ غټه=غټ غټي=غټ غټو=غټ غړو=غړي وني=ونه ونو=ونه ښځي=ښځه ښځو=ښځه شپي=شپه شپو=شپه گټي=گټه گټو=گټه ډلي=ډله ډلو=ډله هڅي=هڅه هڅو=هڅه ژبي=ژبه
ژبو=ژبه
بيي=بيه بيو=بيه كډي=كډه كډو=كډه پښي=پښه پښو=پښه څپي=څپه څپو=څپه كچي=كچه كچو=كچه تبي=تبه تبو=تبه زړونه=زړه زړونو=زړه
سوله سولي=سوله سولو=سوله خبره خبري خبرو=خبري جامه جامي=جامه جامو=جامه جايزه جايزي=جايزه جايزو=جايزه حمله حملي=حمله حملو=حمله حملات=حمله موده مودي=موده
مودو=موده محكمه محكمي=محكمه محكمو=محكمه
مدرسه مدرسي=مدرسه مدرسو=مدرسه مدارس=مدرسه منطقه منطقو=منطقه منطقوي=منطقه دقيقه دقيقي=دقيقه دقيقو=دقيقه درجه درجي=درجه درجو=درجه خونه خوني=خونه
خونو=خونه خانه خاني=خانه دانه داني=دانه دانو=دانه
بندونه بندونو=بندونه ملتونه ملتونو=ملتونه توري=توره تورو=توره متحدي=متحده كركي=كركه كوټه كوټي=كوټه كوټو=كوټه كيسه كيسي=كيسه كيسو=كيسه ليكنه
ليكني=ليكنه ليكنو=ليكنه مينه ميني=مينه پوسته پوستي=پوسته پوستو=پوسته ټيكه ټيكي=ټيكه داره داري=داره ليوه ليوان=ليوه ليوانو=ليوه جمعه جمعي=جمعه
ويري=ويره
اوړه اوړو=اوړه اوړي بوټو=بوټي نيكونه=نيكه نيكونو=نيكه هندوان=هندو هندوانو=هندو گوليو=گولي شوري=شورا اتحادي اتحاديو=اتحادي نظري نظريو=نظري زرگونه
زرگونو=زرگونه سلگونه سلگونو=سلگونه
خپرونه خپروني=خپرونه خپرونو=خپرونه پانگونه پانگوني=پانگونه پانگونو=پانگونه ارزونه ارزوني=ارزونه ارزونو=ارزونه ننگونه ننگوني=ننگونه ننگونو=ننگونه
څرگندونه څرگندوني=څرگندونه څرگندونو=څرگندونه
تښتونه تښتوني=تښتونه تښتونو=تښتونه يادوني=ياد سرغړوني=سرغړ ځوروني=ځور گواښوني=گواښ جوړوني=جوړ كلونه=كال كلونو=كال ورونه=ورور ورونو=ورور ودونه=واده
ودونو=واده پلرونه=پلار پلرونو=پلار ميندي=مور ميندو=مور خويندي=خور خويندو=خور
واده زامن=زوي زامنو=زوي نجلي نجوني=نجلي نجونو=نجلي پښتانه=پښتون پښتنو=پښتون پښتنه=پښتون ميلمانه=ميلم ميلمنو=ميلم نمايندگان=نماينده نمايندگانو=نماينده
وزرا=وزير وكلا=وكيل شهدا=شهيد شعرا=شاعر قوانين=قانون مراكز=مركز مكاتب=مكتب اقوام=قوم مساجد=مسجد خدمات=خدمت مشكلات=مشكل اقدامات=اقدام اختلافات=اختلاف
مقامات=مقام مذاكرات=مذاكر امراض=مرض
";

/// Verbs of news with their present stems and perfectives, and those to keep from a noun.
const VERBS: &str = "
وژلي=وژل وژلو=وژل وژله=وژل ووژل=وژل ووژلي=وژل ووژله=وژل وژني=وژل ووژني=وژل وژنه=وژل وژنو=وژل
نيول نيولي=نيول نيوله=نيول نيولو=نيول نيسي=نيول ونيسي=نيول نيونه نيوني=نيونه نيونو=نيونه ونيول=نيونه ونيولي=نيونه ونيوله=نيونه ونيو=نيونه
ويلي=ويل ويلو=ويل وويل=ويل وويلي=ويل وايي=ويل ووايي=ويل وهلي=وهل وهلو=وهل ووهل=وهل ووتل=وتل وتلي=وتل وتلو=وتل
وگټل=گټل وگټله=گټل وگټلي=گټل وگټي=گټل وبايلل=بايلل وبايلله=بايلل وبايللي=بايلل وټاكل=ټاكل وټاكله=ټاكل وټاكلي=ټاكل ومنل=منل ومنله=منل ومنلي=منل
وليكل=ليكل وموندل=موندل وموندله=موندل واخيستل=اخيستل واخيسته=اخيستل واخيستي=اخيستل وساتل=ساتل وويشل=ويشل وليږل=ليږل وليږله=ليږل
وغوښتل=غوښتل وغوښته=غوښتل وغندل=غندل وغندله=غندل وغانده=غندل غندي=غندل وستايل=ستايل وستايله=ستايل ستايي=ستايل وويشتل=ويشتل وويشته=ويشتل
وسوځول=سوځ وسوځيدل=سوځ وسوځيد=سوځ تښتول=تښتونه تښتولو=تښتونه تښتولي=تښتونه تښتوي=تښتونه وتښتول=تښتونه وتښتوله=تښتونه وتښتولي=تښتونه وتښتيدل=تښت
وتښتيد=تښت
بدلول بدلوي=بدلول بدليږي=بدلول بدليدل=بدلول بدليدو=بدلول بندول بندوي=بندول بندولو=بندول بنديږي=بندول بنديدل=بندول بنديدو=بندول صادرول صادروي=صادرول
صادرولو=صادرول واردول واردوي=واردول واردولو=واردول
خپريدل خپريدو=خپريدل خپريدلو=خپريدل گرځيدل گرځيدلو=گرځيدل رسولو رسولي=رسولو
كارول كاروي=كارول كارولو=كارول كارولي=كارول وركول وركوي=وركول وركولو=وركول وركولي=وركول وركوله=وركول قبلول قبلوي=قبلول قبلولو=قبلول واورول واړول
واړوي=واړول واړوله=واړول
اوسيدل اوسيږي=اوسيدل اوسيدو=اوسيدل اوسيدلو=اوسيدل اوريدل اوريدلي=اوريدل اوريدلو=اوريدل گوري گورو=گوري ټولوي
";

/// Letters of vowels, behind which plurals have a glide: باباګان, ملایان.
const VOWELS: [char; 4] = ['ا', 'و', 'ه', 'ي'];

/// Endings in the order in which they stand from the outside in.
const ENDINGS: [fn(&str) -> Option<&str>; 3] = [plural, verbal, vowel];

/// Returns the stem of a word in the shadow form, a slice of it or of the word list.
pub(super) fn stem(word: &str) -> &str {
    if letters(word) < SHORT || !is_arabic_script(word) {
        return word;
    }
    if let Some(stem) = WORDS.get(word).or_else(|| inflected(word)) {
        return stem;
    }
    let mut word = word;
    for cut in ENDINGS {
        let Some(rest) = cut(word) else { continue };
        if let Some(stem) = WORDS.get(rest) {
            return stem;
        }
        word = rest;
    }
    word
}

/// Returns the stem of a listed word with a vowel behind it: its ون or ان is no plural.
fn inflected(word: &str) -> Option<&str> {
    WORDS.get(word.strip_suffix(['و', 'ي', 'ه'])?)
}

/// Cuts the plural, direct and oblique, with its glide.
fn plural(word: &str) -> Option<&str> {
    match word.chars().next_back()? {
        'ه' => inanimate(word, "ونه"),
        'و' => inanimate(word, "ونو")
            .or_else(|| animate(word, "انو", SHORT))
            .or_else(|| participle(word, "ينو")),
        'ي' => cut_suffix(word, "گاني", SHORT).filter(|rest| rest.ends_with(VOWELS)),
        'ن' => animate(word, "ان", LONG).or_else(|| participle(word, "ين")),
        _ => None,
    }
}

/// Cuts the plural of things; behind a consonant and ي (میلیونه) or و (لارښوونه) the ون is no plural.
fn inanimate<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    cut_suffix(word, ending, SHORT).filter(|rest| {
        let glide = || ["اي", "وي", "او"].iter().any(|end| rest.ends_with(end));
        !rest.ends_with(['ي', 'و']) || glide()
    })
}

/// Cuts the plural of living beings; behind ي (زخمیان, ټپیان) a shorter stem will do.
fn animate<'w>(word: &'w str, ending: &str, keep: usize) -> Option<&'w str> {
    let rest = word.strip_suffix(ending)?;
    if rest.ends_with("ست") && !rest.ends_with("يست") {
        return None;
    }
    let glide = cut_suffix(rest, "گ", SHORT)
        .filter(|rest| rest.ends_with(VOWELS))
        .or_else(|| cut_suffix(rest, "ي", SHORT).filter(|rest| rest.ends_with('ا')));
    let keep = if rest.ends_with('ي') { SHORT } else { keep };
    glide.or_else(|| (letters(rest) >= keep).then_some(rest))
}

/// Cuts the Arabic plural of participles, which begin with م: مجرمین, محصلینو.
fn participle<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    cut_suffix(word, ending, LONG).filter(|rest| rest.starts_with('م'))
}

/// Cuts what makes verbs of nouns and adjectives, transitive and intransitive, by the last letter.
fn verbal(word: &str) -> Option<&str> {
    let endings: &[&str] = match word.chars().next_back()? {
        'ل' => &["ول", "يدل"],
        'و' => &["ولو", "يدلو", "يدو"],
        'ه' => &["وله", "يدله", "يده"],
        'ي' => &["ولي", "وي", "يږي", "يدلي"],
        _ => return None,
    };
    let keep = if word.starts_with('م') { LONG } else { SHORT };
    cut_any_suffix(word, endings, keep).filter(|rest| !rest.ends_with('ا'))
}

/// Cuts the vowel of gender, number and case, with its glide: اړتیاوې, اړتیاوو, روغتیايي, ناروغیو.
fn vowel(word: &str) -> Option<&str> {
    let cut = |ending| cut_suffix(word, ending, SHORT);
    match word.chars().next_back()? {
        'ي' => cut("يي")
            .filter(|rest| rest.ends_with(['ا', 'و']))
            .or_else(|| cut("وي").filter(|rest| rest.ends_with('ا')))
            .or_else(|| cut("ي")),
        'و' => cut("وو").or_else(|| cut("يو")).or_else(|| cut("و")),
        'ه' => cut("ه").filter(|rest| !rest.ends_with('ا')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    /// Forms that must meet, one class a line.
    const MEET: &str = "
        هېواد هېوادونه هېوادونو هیوادونه
        ځای ځایونه ځایونو ځایه
        مشر مشران مشرانو
        وزیر وزیران وزیرانو وزیره وزرا
        ماشوم ماشومان ماشومانو ماشومه ماشومې
        کارګر کارګران کارګرانو
        ټپي ټپیان ټپیانو
        نظامي نظامیان نظامیانو
        ملا ملایان ملایانو
        ټاپو ټاپوګان ټاپوګانو
        ویډیو ویډیوګانې ویډیوګانو
        مجرم مجرمین مجرمینو
        محصل محصلین محصلان محصلانو محصله
        تروریست تروریستان تروریستانو تروریستي
        دوست دوستان دوستانو
        ښځه ښځې ښځو
        جګړه جګړې جګړو
        اړتیا اړتیاوې اړتیاوو اړتیاو
        روغتیا روغتیايي
        ناروغ ناروغي ناروغۍ ناروغیو ناروغان ناروغانو
        ښوونځی ښوونځي ښوونځيو
        ښوونکی ښوونکې ښوونکي ښوونکو
        نړیوال نړیواله نړیوالې نړیوالو
        بانک بانکي بانکونه بانکونو
        قانون قانوني قانونو قوانین
        پوهنتون پوهنتونونه پوهنتونونو پوهنتونو
        باران بارانونه بارانونو بارانو باراني
        میلیون میلیونه میلیونونه
        لارښوونه لارښوونې لارښوونو
        څرګندونه څرګندونې څرګندونو
        کال کاله کلونه کلونو
        نجلۍ نجونې نجونو
        پښتون پښتانه پښتنو
        حمله حملې حملو حملات
        ماليه ماليې مالیو
        محدود محدودې محدودول محدودوي محدودېږي
        ووژل وژل وژني ووژله ووژني وژلي
        وویل ویل ویلي وايي
        لیکل لیکلي لیکلو ولیکل
        مړه مړو
    ";

    const APART: &[(&str, &str)] = &[
        ("بحر", "بحران"),
        ("بار", "باران"),
        ("پارلمان", "پارلم"),
        ("افغان", "افغانستان"),
        ("افغان", "افغانۍ"),
        ("نظام", "نظامي"),
        ("هوا", "هوايي"),
        ("اسلام", "اسلامي"),
        ("محکم", "محکمه"),
        ("منطق", "منطقه"),
        ("جایز", "جایزه"),
        ("خبرونه", "خبرې"),
        ("بند", "بندي"),
        ("بوټ", "بوټی"),
        ("غاز", "غازي"),
        ("کار", "کاروان"),
        ("مول", "مولوي"),
        ("ماسک", "ماسکو"),
        ("پوله", "پولیو"),
        ("کولای", "کال"),
        ("میل", "میلیونه"),
        ("نظر", "نظریه"),
        ("انتخاب", "انتخابات"),
        ("ولسوال", "ولسوالۍ"),
        ("ورکول", "ورک"),
        ("تښتېدل", "تښتول"),
        ("ملت", "ملتونه"),
    ];

    #[test]
    fn forms_of_a_word_meet() {
        assert_meet(stem, MEET.lines());
    }

    #[test]
    fn unlike_words_stay_apart() {
        assert_apart(stem, APART);
    }

    #[test]
    fn every_listed_stem_is_final() {
        for (form, value) in WORDS.entries() {
            assert_eq!((stem(form), stem(value)), (value, value), "{form}");
        }
    }
}
