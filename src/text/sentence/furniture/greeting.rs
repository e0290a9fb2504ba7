//! Greetings and invocations that open speeches, sermons, broadcasts and live reports: they say
//! nothing of the matter, and stand where the news usually does.

use std::sync::LazyLock;

use crate::text::normalize::{Casing, is_word_char, normalize};
use crate::text::rules::PhraseSet;

/// Longest sentence that may be nothing but greetings, in bytes.
const MAX_BYTES: usize = 240;

/// Marks that open what somebody is quoted with.
const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '「', '‘'];

/// What people are greeted with, called and thanked in the languages of the house.
#[rustfmt::skip]
const GREETINGS: &[&str] = &[
    // Arabic
    "بسم الله الرحمن الرحيم", "بسم الله", "الحمد لله رب العالمين", "الحمد لله", "السلام عليكم",
    "والسلام عليكم", "السلام عليكم ورحمة الله", "السلام عليكم ورحمة الله وبركاته",
    "والسلام عليكم ورحمة الله وبركاته", "وعليكم السلام", "أما بعد", "وبعد", "صباح الخير",
    "مساء الخير", "أهلا وسهلا", "أهلا بكم", "أهلا وسهلا بكم", "مرحبا", "مرحبا بكم", "شكرا",
    "شكرا جزيلا", "شكرا لكم", "شكرا لكم جميعا", "سيداتي سادتي", "سيداتي وسادتي",
    "السيدات والسادة", "أيها السيدات والسادة", "أيها الإخوة", "أيها الأخوة", "أيها الإخوة والأخوات",
    "أيها الأخوة والأخوات", "أيها الإخوة المواطنون", "أيها المواطنون", "أيها الناس",
    "أصحاب السعادة", "أصحاب المعالي", "أصحاب المعالي والسعادة", "الحضور الكريم", "والصلاة والسلام على رسول الله",
    "والصلاة والسلام على أشرف المرسلين", "الصلاة والسلام على رسول الله", "تحية طيبة", "تحية طيبة وبعد",
    // Persian, Pashto, Urdu, Kurdish
    "بسم الله الرحمن الرحیم", "به نام خدا", "بنام خدا", "سلام", "سلام علیکم", "درود", "درود بر شما",
    "با سلام", "خسته نباشید", "صبح بخیر", "شب بخیر", "خوش آمدید", "سپاسگزارم", "با تشکر",
    "السلام علیکم", "بسم اللہ الرحمن الرحیم", "السلام علیکم ورحمۃ اللہ وبرکاتہ", "خواتین و حضرات",
    "معزز خواتین و حضرات", "شکریہ", "بہت شکریہ", "سلامونه", "مننه", "سڵاو",
    "سڵاوتان لێبێت", "سوپاس", "زۆر سوپاس",
    // English
    "good morning", "good afternoon", "good evening", "good morning everyone",
    "good afternoon everyone", "good evening everyone", "hello", "hello everyone", "hello and welcome",
    "welcome", "welcome back", "welcome everyone", "welcome back to the programme",
    "welcome to the programme", "welcome to the program", "ladies and gentlemen", "dear friends",
    "dear colleagues", "my friends", "friends", "my fellow citizens", "my fellow americans",
    "fellow citizens", "distinguished guests", "excellencies", "your excellencies", "mr president",
    "mr speaker", "mr chairman", "madam president", "madam speaker", "thank you",
    "thank you very much", "thank you all", "thank you so much", "thanks",
    // French
    "bonjour", "bonjour à tous", "bonjour à toutes et à tous", "bonsoir", "bonsoir à tous",
    "mesdames et messieurs", "mesdames", "messieurs", "mesdames messieurs", "chers amis",
    "chers collègues", "mes chers compatriotes", "merci", "merci beaucoup", "merci à tous",
    "bienvenue", "bienvenue à tous",
    // German, Dutch, Swedish
    "guten morgen", "guten tag", "guten abend", "meine damen und herren",
    "sehr geehrte damen und herren", "liebe freunde", "liebe kolleginnen und kollegen",
    "liebe mitbürgerinnen und mitbürger", "herzlich willkommen", "vielen dank", "danke", "hallo",
    "goedemorgen", "goedemiddag", "goedenavond", "dames en heren", "beste vrienden", "welkom",
    "dank u wel", "bedankt", "god morgon", "god kväll", "mina damer och herrar", "kära vänner",
    "välkomna", "tack", "tack så mycket",
    // Spanish, Portuguese, Italian, Romanian
    "buenos días", "buenas tardes", "buenas noches", "buenos días a todos", "señoras y señores",
    "queridos amigos", "compatriotas", "bienvenidos", "muchas gracias", "gracias", "hola",
    "bom dia", "boa tarde", "boa noite", "bom dia a todos", "senhoras e senhores", "caros amigos",
    "bem vindos", "muito obrigado", "muito obrigada", "obrigado", "obrigada", "olá", "buongiorno",
    "buonasera", "buongiorno a tutti", "buonasera a tutti", "signore e signori", "cari amici",
    "benvenuti", "grazie", "grazie mille", "bună ziua", "bună seara", "bună dimineața",
    "doamnelor și domnilor", "dragi prieteni", "bine ați venit", "mulțumesc", "vă mulțumesc",
    // Turkish, Indonesian, Vietnamese, Swahili, Somali
    "merhaba", "merhabalar", "günaydın", "iyi günler", "iyi akşamlar", "selamünaleyküm",
    "hanımefendiler beyefendiler", "değerli arkadaşlar", "değerli misafirler", "sevgili arkadaşlar",
    "hoş geldiniz", "teşekkürler", "teşekkür ederim", "çok teşekkür ederim", "selamat pagi",
    "selamat siang", "selamat sore", "selamat malam", "assalamualaikum",
    "assalamualaikum warahmatullahi wabarakatuh", "bapak ibu sekalian", "hadirin sekalian",
    "selamat datang", "terima kasih", "xin chào", "kính thưa quý vị", "thưa quý vị",
    "xin chào quý vị", "cảm ơn", "xin cảm ơn", "habari za asubuhi", "habari za jioni",
    "mabibi na mabwana", "ndugu zangu", "karibuni", "asante", "asanteni", "asante sana",
    "subax wanaagsan", "galab wanaagsan", "fiid wanaagsan", "walaalayaal", "mahadsanid",
    "ku soo dhawaada", "asc",
    // Russian, Ukrainian, Polish, Greek
    "доброе утро", "добрый день", "добрый вечер", "здравствуйте", "дамы и господа",
    "уважаемые дамы и господа", "дорогие друзья", "уважаемые коллеги", "добро пожаловать",
    "спасибо", "большое спасибо", "доброго ранку", "добрий день", "добрий вечір", "доброго дня",
    "вітаю", "пані та панове", "шановні пані та панове", "дорогі друзі", "шановні колеги",
    "дякую", "щиро дякую", "dzień dobry", "dobry wieczór", "szanowni państwo", "panie i panowie",
    "drodzy przyjaciele", "witam", "witam państwa", "witamy", "dziękuję", "dziękuję bardzo",
    "καλημέρα", "καλημέρα σας", "καλησπέρα", "καλησπέρα σας", "κυρίες και κύριοι",
    "αγαπητοί φίλοι", "καλώς ήρθατε", "ευχαριστώ", "ευχαριστώ πολύ", "σας ευχαριστώ",
    // Hebrew, Hindi, Bengali, Amharic
    "בוקר טוב", "ערב טוב", "צהריים טובים", "שלום", "שלום לכולם", "גבירותיי ורבותיי", "חברים יקרים",
    "ברוכים הבאים", "תודה", "תודה רבה", "नमस्कार", "नमस्ते", "शुभ प्रभात", "देवियो और सज्जनो",
    "मेरे प्यारे देशवासियो", "भाइयो और बहनो", "स्वागत है", "आपका स्वागत है", "धन्यवाद",
    "बहुत बहुत धन्यवाद", "नमस्कार साथियो", "আসসালামু আলাইকুম", "শুভ সকাল", "শুভ সন্ধ্যা",
    "সুধীমণ্ডলী", "প্রিয় দেশবাসী", "ভাই ও বোনেরা", "স্বাগতম", "ধন্যবাদ", "নমস্কার", "ጤና ይስጥልኝ",
    "እንደምን አደራችሁ", "እንደምን አመሻችሁ", "ክቡራትና ክቡራን", "እንኳን ደህና መጣችሁ", "አመሰግናለሁ",
    // Chinese, Japanese, Korean, Thai
    "大家好", "各位来宾", "女士们", "先生们", "女士们先生们", "各位朋友", "谢谢", "谢谢大家", "皆さん",
    "皆さんこんにちは", "こんにちは", "こんばんは", "おはようございます", "ありがとうございます",
    "ありがとうございました", "안녕하십니까", "안녕하세요", "여러분", "국민 여러분", "감사합니다", "สวัสดีครับ",
    "สวัสดีค่ะ", "ขอบคุณครับ", "ขอบคุณค่ะ",
];

/// Tells whether a sentence is nothing but greetings, calls and thanks, in nobody's quotation.
pub(in super::super) fn is_greeting(sentence: &str) -> bool {
    static PHRASES: LazyLock<PhraseSet> =
        LazyLock::new(|| PhraseSet::of(GREETINGS, Casing::Common));
    if sentence.len() > MAX_BYTES || sentence.starts_with(QUOTES) {
        return false;
    }
    let normal = normalize(sentence, Casing::Common);
    let words: Vec<&str> = normal
        .split(|c| !is_word_char(c))
        .filter(|word| !word.is_empty())
        .collect();
    let mut rest = &words[..];
    while let Some(length) = PHRASES.leading(rest.iter().copied()) {
        rest = &rest[length..];
    }
    rest.is_empty() && !words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_alone_are_greetings() {
        for sentence in [
            "بسم الله الرحمن الرحيم.",
            "بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيمِ",
            "أيها الإخوة والأخوات، السلام عليكم ورحمة الله وبركاته.",
            "My fellow citizens, thank you.",
            "Good evening.",
            "Bonsoir, mesdames et messieurs !",
            "各位来宾，女士们，先生们：",
        ] {
            assert!(is_greeting(sentence), "{sentence}");
        }
    }

    #[test]
    fn what_is_told_is_none() {
        for sentence in [
            "Thank you letters arrived.",
            "Good morning, the minister said.",
            "السلام عليكم يا أهل غزة.",
            "بسم الله نفتتح الجلسة.",
            "Hello Kitty turns fifty.",
            "“Thank you.”",
            "...",
        ] {
            assert!(!is_greeting(sentence), "{sentence}");
        }
    }
}
