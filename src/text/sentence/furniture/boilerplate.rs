//! What press releases and pages end with: who sent it, whom to ask, notes to editors. Such
//! sections stand below the story under headings of their own, and read like text.

use std::sync::LazyLock;

use super::super::token::{ends_in_terminator, is_small, is_unspaced, past_words, words};
use super::super::{RawSentence, SentenceKind};
use super::cue::bare;
use super::heading::whole;
use crate::text::normalize::{Casing, is_alphanumeric, normalize};
use crate::text::rules::PhraseSet;

/// Longest heading of such a section, in bytes.
const MAX_BYTES: usize = 160;
/// Sentences of the story in which whoever sent it is named; as many come before the first
/// section at least.
const LEAD: usize = 2;
/// Longest sections, in lengths of the story: of short news about as much is boilerplate.
const MAX_LENGTHS: usize = 2;
/// Fewest signs of a number sign that ends a release, and fewest letters that tell a name.
const MIN_SIGNS: usize = 3;
const MIN_NAME_CHARS: usize = 2;
/// Longest article before an apostrophe, in letters.
const MAX_ELISION_CHARS: usize = 2;

/// Headings that are known as a whole.
#[rustfmt::skip]
const HEADINGS: &[&str] = &[
    // Arabic, Persian, Urdu, Pashto, Kurdish
    "للاستفسارات الإعلامية", "للتواصل الإعلامي", "جهة الاتصال الإعلامية", "جهات الاتصال", "للتواصل",
    "للمزيد من المعلومات", "لمزيد من المعلومات", "ملاحظات للمحررين", "ملاحظة للمحررين",
    "ملاحظات إلى المحررين", "نبذة عن الشركة", "عن الشركة", "حول الشركة", "نبذة عن الكاتب",
    "عن الكاتب", "من نحن", "بيانات تطلعية", "البيانات التطلعية", "درباره ما", "درباره شرکت",
    "درباره نویسنده", "تماس با ما", "ہمارے بارے میں", "مصنف کے بارے میں", "زموږ په اړه",
    "دەربارەی ئێمە",
    // English
    "media contact", "media contacts", "press contact", "press contacts", "contact", "contacts",
    "media enquiries", "media inquiries", "press enquiries", "press inquiries",
    "for media enquiries", "for media inquiries", "investor contact", "investor relations",
    "for further information", "for more information", "notes to editors", "note to editors",
    "notes for editors", "forward looking statements", "forward looking statement",
    "cautionary statement", "safe harbor statement", "about the author", "about the authors",
    "about the company", "about us",
    // French, German, Dutch, Swedish
    "contact presse", "contacts presse", "contact médias", "contacts médias", "relations presse",
    "relations médias", "à propos de nous", "à propos de l'auteur", "pressekontakt", "pressekontakte", "medienkontakt",
    "ansprechpartner", "ansprechpartnerin", "kontakt", "rückfragehinweis", "rückfragen an",
    "hinweis an die redaktion", "über uns", "über das unternehmen", "über den autor",
    "über die autorin", "perscontact", "noot voor de redactie", "over ons", "over de auteur",
    "presskontakt", "för mer information", "om företaget", "om oss",
    // Spanish, Portuguese, Italian, Romanian
    "contacto de prensa", "contacto para medios", "contacto", "sobre nosotros",
    "acerca de nosotros", "sobre el autor", "sobre la autora", "acerca del autor",
    "assessoria de imprensa", "informações à imprensa", "contato", "sobre o autor",
    "sobre a autora", "sobre a empresa", "sobre nós", "contatti", "contatti stampa",
    "contatto stampa", "ufficio stampa", "chi siamo", "contact presă", "despre noi",
    "despre autor",
    // Turkish, Indonesian, Vietnamese, Swahili, Somali
    "basın iletişim", "basın için iletişim", "iletişim", "hakkımızda", "yazar hakkında",
    "kontak media", "kontak", "informasi lebih lanjut", "tentang kami", "tentang perusahaan",
    "tentang penulis", "thông tin liên hệ", "liên hệ", "liên hệ báo chí", "về chúng tôi",
    "mawasiliano", "kuhusu sisi", "la xiriir",
    // Russian, Ukrainian, Polish, Greek
    "контакты", "контакты для сми", "контакты для прессы", "о компании", "об авторе", "о нас",
    "контакти", "контакти для змі", "про компанію", "про автора", "про нас", "kontakt dla mediów",
    "kontakt dla prasy", "biuro prasowe", "o firmie", "o autorze", "o nas", "επικοινωνία",
    "στοιχεία επικοινωνίας", "γραφείο τύπου", "σχετικά με εμάς", "για περισσότερες πληροφορίες",
    // Hebrew, Hindi, Bengali, Amharic
    "אודות החברה", "לפרטים נוספים", "אנשי קשר", "על הכותב", "על הכותבת", "मीडिया संपर्क", "संपर्क",
    "हमारे बारे में", "लेखक के बारे में", "মিডিয়া যোগাযোগ", "যোগাযোগ", "আমাদের সম্পর্কে", "ስለ እኛ",
    // Chinese, Japanese, Korean, Thai
    "关于我们", "關於我們", "公司简介", "媒体联系", "媒体联系人", "媒体垂询", "新聞聯絡人", "前瞻性陈述",
    "会社概要", "お問い合わせ先", "お問い合わせ", "本件に関するお問い合わせ先", "회사 소개", "보도 문의",
    "언론 문의", "미디어 문의", "เกี่ยวกับเรา", "ติดต่อสอบถาม",
];

/// What stands before the name of whoever sent it.
const ABOUT: &[&str] = &[
    "نبذة عن", "نبذة تعريفية عن", "لمحة عن", "عن شركة", "عن مجموعة", "عن مؤسسة", "درباره شرکت",
    "درباره گروه", "about", "about the", "à propos", "à propos de", "à propos du", "à propos des",
    "über", "über die", "über das", "over", "om", "sobre", "sobre a", "sobre o", "acerca de",
    "acerca del", "informazioni su", "profilo di", "chi è", "despre", "tentang", "về công ty",
    "về tập đoàn", "kuhusu", "о компании", "о группе", "о банке", "про компанію", "про групу",
    "o firmie", "o spółce", "o grupie", "σχετικά με την", "σχετικά με το", "σχετικά με τον",
    "אודות",
];

/// The same where a name begins without a space.
const ABOUT_UNSPACED: &[&str] = &["关于", "關於", "เกี่ยวกับ"];

/// What stands behind that name.
const BEHIND_NAME: &[&str] = &[
    "hakkında",
    "Hakkında",
    "के बारे में",
    "সম্পর্কে",
    "کے بارے میں",
    "について",
    "소개",
];

/// Words behind which a release has ended, between dashes or the like.
const ENDS: &[&str] = &[
    "ends", "end", "ende", "fin", "fine", "fim", "einde", "slut", "koniec", "son", "конец",
    "انتهى", "النهاية", "پایان", "完", "以上", "끝",
];

/// Marks the sentences below the story as what pages have around it.
pub(in super::super) fn mark(text: &str, sentences: &mut [RawSentence]) {
    let Some(start) = start(text, sentences) else {
        return;
    };
    let below = sentences.iter_mut().filter(|one| one.paragraph >= start);
    for sentence in below.filter(|one| one.kind == SentenceKind::Body) {
        sentence.kind = SentenceKind::Link;
    }
}

/// Returns the first paragraph of the sections that a text ends with.
fn start(text: &str, sentences: &[RawSentence]) -> Option<usize> {
    let mut body = sentences
        .iter()
        .filter(|one| one.kind == SentenceKind::Body);
    let lead_end = body.nth(LEAD - 1)?.range.end;
    let lead = &text[..lead_end];
    let mut start = None;
    // Whether running text stands below, that no known heading is above.
    let mut is_open = false;
    let paragraphs = sentences.chunk_by(|a, b| a.paragraph == b.paragraph);
    for paragraph in paragraphs.rev() {
        let line = whole(text, paragraph);
        let [first, ..] = paragraph else { break };
        if first.range.start < lead_end {
            break;
        }
        let is_stopped = ends_in_terminator(line);
        if line.len() <= MAX_BYTES && !is_stopped && opens_section(line, lead) {
            // The lead opens the text, so what is above is as long as where this begins.
            let below = text.len() - first.range.start;
            if below <= MAX_LENGTHS * first.range.start {
                start = Some(first.paragraph);
            }
            is_open = false;
        } else if !is_stopped && is_open && is_told(first.kind) {
            break;
        }
        is_open |= is_stopped && first.kind == SentenceKind::Body;
    }
    start
}

/// Tells whether a line of such a kind may be the heading of a part of the story.
fn is_told(kind: SentenceKind) -> bool {
    matches!(kind, SentenceKind::Body | SentenceKind::Heading)
}

/// Tells whether a line is the heading of such a section in a text with such a lead.
fn opens_section(line: &str, lead: &str) -> bool {
    static WHOLE: LazyLock<PhraseSet> = LazyLock::new(|| PhraseSet::of(HEADINGS, Casing::Common));
    static BEFORE: LazyLock<PhraseSet> = LazyLock::new(|| PhraseSet::of(ABOUT, Casing::Common));
    if is_end(line) {
        return true;
    }
    let label = line.split([':', '：']).next().unwrap_or(line);
    let normal = normalize(label, Casing::Common);
    let parts: Vec<&str> = words(&normal).collect();
    let leading = |set: &PhraseSet| set.leading(parts.iter().copied());
    if leading(&WHOLE) == Some(parts.len()) {
        return true;
    }
    let named = leading(&BEFORE).map(|count| past_words(label, count));
    named
        .or_else(|| between(label))
        .is_some_and(|name| is_of_lead(name, lead))
}

/// Tells whether a line says that the release has ended: "-ENDS-", "###".
fn is_end(line: &str) -> bool {
    let line = line.trim();
    if line.contains('#') && line.chars().all(|c| c == '#' || c.is_whitespace()) {
        return line.matches('#').count() >= MIN_SIGNS;
    }
    let is_decorated =
        line.starts_with(|c: char| !is_alphanumeric(c)) && !line.starts_with(['"', '«', '“']);
    let normal = normalize(line, Casing::Common);
    let mut parts = words(&normal);
    is_decorated && parts.next().is_some_and(|word| ENDS.contains(&word)) && parts.next().is_none()
}

/// Returns the name in a heading that has the other words behind it, or before it without a
/// space.
fn between(label: &str) -> Option<&str> {
    let label = label.trim();
    let behind = BEHIND_NAME
        .iter()
        .find_map(|words| label.strip_suffix(words));
    let before = || {
        ABOUT_UNSPACED
            .iter()
            .find_map(|words| bare(label).strip_prefix(words))
    };
    behind.or_else(before)
}

/// Tells whether a name opens with a word that a lead has, and not in small letters.
fn is_of_lead(name: &str, lead: &str) -> bool {
    // "À propos d'Orange".
    let elided = name.split_once(['\'', '’']);
    let elided = elided.filter(|(article, _)| article.trim().chars().count() <= MAX_ELISION_CHARS);
    let Some(word) = words(elided.map_or(name, |(_, name)| name)).next() else {
        return false;
    };
    let known = if word.starts_with(is_unspaced) {
        let end = word
            .char_indices()
            .nth(MIN_NAME_CHARS)
            .map_or(word.len(), |(at, _)| at);
        &word[..end]
    } else {
        word
    };
    !word.starts_with(is_small)
        && word.starts_with(char::is_alphabetic)
        && known.chars().nth(MIN_NAME_CHARS - 1).is_some()
        && lead.contains(known)
}

#[cfg(test)]
mod tests {
    use super::super::super::split;
    use super::*;

    const STORY: &str = "Northwind Grid opened a plant in Leeds on Monday. It will employ 640 \
        people.\nThe government gave 38 million pounds.\n\n";

    fn kinds(below: &str, language: &str) -> Vec<SentenceKind> {
        let text = format!("{STORY}{below}");
        let sentences = split(&text, language);
        let below = sentences
            .iter()
            .filter(|one| one.range.start >= STORY.len());
        below.map(|one| one.kind).collect()
    }

    fn has_body(below: &str) -> bool {
        kinds(below, "en").contains(&SentenceKind::Body)
    }

    #[test]
    fn who_sent_it_and_whom_to_ask_is_no_story() {
        for below in [
            "About Northwind Grid\nNorthwind Grid builds storage. It has 3,000 employees.",
            "Media Contact:\nPress office\npress@example.org\n",
            "Press contact\nNorthwind Grid builds storage for networks in Leeds.",
            "Media contact: Press office\nCalls are answered from nine to five.",
            "-ENDS-\n1. A gigawatt-hour is enough for a day.\n2. Images are available on request.",
            "###\nNorthwind Grid builds storage for networks in many countries.",
            "About the author\nOur reporter covers local government in the north.",
            "About Northwind Grid\nIt builds storage.\nNotes to editors\nImages are available.",
        ] {
            assert!(!has_body(below), "{below}");
        }
    }

    #[test]
    fn other_sections_are_story() {
        for below in [
            // Nobody whom the lead names.
            "About the disease\nIt is an infection of the lungs. It spreads easily.",
            "About Paris\nThe city lies on the Seine. It has two million inhabitants.",
            "Background\nThe plant was announced last year. Work began in May.",
            // Another section follows.
            "About Northwind Grid\nIt builds storage.\nWhat comes next\nThe mayor will open it.",
            "The end\nThe plant is to close again in 2040, the company said on Monday.",
        ] {
            assert!(has_body(below), "{below}");
        }
    }

    #[test]
    fn a_section_far_longer_than_the_story_is_the_story() {
        let long = "The company has built storage for networks since 2012. ".repeat(12);
        assert!(has_body(&format!("About Northwind Grid\n{long}")));
    }

    #[test]
    fn each_language_has_its_headings() {
        let lead = "Anka Savunma signed. Solevia and Orange too, 阿里巴巴, أفق للطاقة.";
        for line in [
            "À propos de Solevia",
            "À propos d’Orange",
            "Über Solevia",
            "Anka Savunma Hakkında",
            "Solevia के बारे में",
            "关于阿里巴巴",
            "نبذة عن أفق للطاقة",
            "О компании Solevia",
            "Contact presse",
            "PRESSEKONTAKT:",
            "للاستفسارات الإعلامية: press@example.org",
            "– Ende –",
            "お問い合わせ先",
            "# # #",
        ] {
            assert!(opens_section(line, lead), "{line}");
        }
        for line in [
            "About", "Über die Folgen", "\"End\"", "#Leeds", "عن الحرب", "Kontaktsperre",
        ] {
            assert!(!opens_section(line, lead), "{line}");
        }
    }
}
