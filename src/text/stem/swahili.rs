//! Swahili: a light stemmer for verbs, which carry their subject, tense, relative and object in front
//! (amefariki, waliofariki, hajafariki, kumkamata, linamshikilia), and for the plurals and locatives of
//! nouns. It follows no published list.
//!
//! Of a verb its root remains, without the final vowel after a consonant, so that a verb never meets a
//! noun of the same letters (kukata, to cut, and kata, ward). Headlines put the subject alone before the
//! verb (afariki, yatangaza, wamkamata); as nouns look the same (ajali, wakili, chanzo), this and objects
//! are cut only off the verbs of [`VERBS`], with their passives. Tenses that nouns hardly imitate are cut
//! off all verbs in -a.
//!
//! Extensions stay: the passive, causative and applicative are words of their own (kamatwa, funguliwa,
//! pigia), and so are reflexives (kujiua). Nouns change their class only as [`NOUNS`] says, but for
//! ki-/vi-, which keep the vowel (ituo of kituo and vituo), and the agents in -aji. Adjectives, possessives
//! and demonstratives stay as they are, and so do verbs without a subject.

mod words;

use std::cmp::Ordering;

use super::lexicon::Lexicon;
use words::{PERSONS, THINGS, VERBS, WHOLE};

/// The shortest root without its final vowel, in letters.
const SHORT: usize = 3;

/// The shortest noun before the locative, and the shortest root of a verb that is not in [`VERBS`].
const LONG: usize = 4;

/// The shortest agent noun without its class: imbaji, of singers.
const SHORTEST_AGENT: usize = 5;

/// The shortest noun whose ki- or vi- can be a class: visa and vita have none.
const SHORTEST_KI: usize = 5;

/// Words that stay whole, and plurals and other spellings with the noun that they are of. Nouns whose
/// plural differs by more than its first letters are here, and those of the classes m-/wa-, m-/mi-,
/// ji-/ma- and u-, which many other words begin with; people of two classes (mpiga kura) take the root
/// of the verb that their plural looks like.
static NOUNS: Lexicon = Lexicon::new(&[WHOLE, PERSONS, THINGS]);

/// Subjects of verbs in headlines, where the present has no tense: mahakama yaamuru, chama chaungana.
const HEADLINE: [&str; 7] = ["wa", "ya", "za", "la", "cha", "vya", "a"];

/// Subjects of the subjunctive besides, but for those that begin many nouns in -e (upande, kitenge).
const SUBJUNCTIVE: [&str; 5] = ["zi", "li", "tu", "ni", "i"];

/// Subjects before a tense.
const SUBJECTS: [&str; 13] = [
    "wa", "ya", "zi", "li", "ki", "vi", "tu", "ni", "pa", "ku", "a", "i", "u",
];

/// Those whose tenses hardly any noun imitates; with wana- many do (wanasiasa).
const OPEN: [&str; 8] = ["a", "wa", "i", "zi", "li", "ya", "tu", "ni"];

/// Tenses that are cut off all verbs in -a after most subjects.
const TENSES: [&str; 4] = ["me", "li", "na", "ta"];

/// Tenses that more nouns imitate (wakala, ukingo), so that the verb must be listed.
const NARRATIVE: [&str; 4] = ["ki", "ka", "nge", "si"];

/// What stands between tense and object: relatives, those of the future, and -sha-, already.
const RELATIVES: [&str; 21] = [
    "kaye", "kayo", "kazo", "kalo", "kacho", "kavyo", "kapo", "kako", "kao", "vyo", "cho", "ye",
    "yo", "zo", "lo", "po", "ko", "mo", "sha", "o", "to",
];

/// Relatives that hardly any verb begins with, so that they are cut off all verbs.
const CLEAR_RELATIVES: [&str; 9] = ["kaye", "kayo", "kazo", "ye", "yo", "zo", "lo", "cho", "vyo"];

/// Subjects after the ha- of the negative; that of one person is none.
const NEGATED: [&str; 11] = ["wa", "zi", "li", "ya", "ki", "vi", "tu", "m", "i", "u", ""];

/// Objects, cut off listed verbs; that of one person is m- before consonants, mu- or mw- before vowels.
const OBJECTS: [&str; 14] = [
    "mu", "mw", "wa", "ki", "vi", "li", "ya", "zi", "ku", "tu", "ni", "m", "i", "u",
];

/// Verbs of one syllable, which keep the ku- of the infinitive after most tenses.
const WITH_KU: [&str; 5] = ["kufa", "kuja", "kula", "kunywa", "kuwa"];

/// The key of killing, whose root is the word for flower.
const KILL: &str = "kuua";

/// Returns the stem of a lower-case word, a slice of it or of [`NOUNS`] or [`VERBS`].
pub(super) fn stem(word: &str) -> &str {
    if !word.is_ascii() {
        return word;
    }
    match NOUNS.get(word) {
        Some(noun) if noun == word || NOUNS.get(noun).is_some() => return noun,
        Some(noun) => return class(locative(noun)),
        None => {}
    }
    if let Some(root) = verb(word) {
        return root;
    }
    let noun = locative(word);
    match NOUNS.get(noun) {
        Some(singular) => class(singular),
        None => class(noun),
    }
}

/// Returns the root of a verb in any of its forms but the imperative.
fn verb(word: &str) -> Option<&str> {
    match word.as_bytes().first()? {
        b'k' => infinitive(word).or_else(|| tensed(word)),
        b'h' => negative(word),
        b'a' | b'i' | b'l' | b'n' | b'p' | b't' | b'u' | b'v' | b'w' | b'y' | b'z' => {
            headline(word).or_else(|| tensed(word))
        }
        b'c' => headline(word),
        _ => None,
    }
}

/// Cuts ku-, and kuto- of the negative.
fn infinitive(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("ku")?;
    let negated = || root(rest.strip_prefix("to")?);
    root(rest).or_else(negated).or_else(|| regular(rest))
}

/// Cuts the negative (hajafika, hawakufika, hatafika, haifungi) and the habitual (hufanyika).
fn negative(word: &str) -> Option<&str> {
    if let Some(rest) = word.strip_prefix("hu") {
        return known(rest);
    }
    let rest = word.strip_prefix("ha")?;
    let verb = |subject: &&str| negated(rest.strip_prefix(*subject)?);
    NEGATED.iter().find_map(verb)
}

/// Returns the root of a verb after its negative subject.
fn negated(rest: &str) -> Option<&str> {
    let tensed = |rest| root(rest).or_else(|| regular(rest));
    let tense = || cut_any(rest, &["ja", "ku", "ta"]).and_then(tensed);
    let present = || {
        let body = rest.strip_suffix('i')?;
        let verb = |body: &str| search(body, "a").map(key);
        let after = |object: &&str| verb(body.strip_prefix(*object)?);
        verb(body).or_else(|| OBJECTS.iter().find_map(after))
    };
    let borrowed = || root(rest).filter(|_| rest.ends_with(['i', 'u']));
    tense().or_else(borrowed).or_else(present)
}

/// Cuts the subject off a verb without tense: afariki, yatangaza, zifungwe.
fn headline(word: &str) -> Option<&str> {
    if let Some(rest) = cut_any(word, &HEADLINE) {
        return root(rest);
    }
    let subjunctive = word.ends_with('e');
    cut_any(word, &SUBJUNCTIVE)
        .filter(|_| subjunctive)
        .and_then(root)
}

/// Cuts subject and tense: amefika, zilizofika, watakapofika, akifika, wasiofika.
fn tensed(word: &str) -> Option<&str> {
    let rest = cut_any(word, &SUBJECTS)?;
    let Some(verb) = cut_any(rest, &TENSES) else {
        return related(cut_any(rest, &NARRATIVE)?);
    };
    let open = OPEN.iter().any(|subject| word.starts_with(subject)) && !word.starts_with("wana");
    let any = || regular(cut_any(verb, &CLEAR_RELATIVES).unwrap_or(verb));
    related(verb).or_else(|| any().filter(|_| open))
}

/// Cuts the first of the prefixes that a word has.
fn cut_any<'w>(word: &'w str, prefixes: &[&str]) -> Option<&'w str> {
    prefixes.iter().find_map(|prefix| word.strip_prefix(prefix))
}

/// Returns the root of a listed verb after its tense.
fn related(rest: &str) -> Option<&str> {
    let relative = |relative: &&str| root(rest.strip_prefix(*relative)?);
    root(rest).or_else(|| RELATIVES.iter().find_map(relative))
}

/// Returns the root of a listed verb, without an object before it.
fn root(rest: &str) -> Option<&str> {
    if let Some(root) = known(rest) {
        return Some(root);
    }
    OBJECTS.iter().find_map(|object| {
        let verb = rest.strip_prefix(object)?;
        let vowel = verb.starts_with(['a', 'e', 'i', 'o', 'u']);
        let fits = match *object {
            "m" => !vowel,
            "mu" | "mw" => vowel,
            _ => true,
        };
        known(verb).filter(|_| fits)
    })
}

/// Returns the root of a verb in -a that is not listed, without the object m- before a consonant.
fn regular(rest: &str) -> Option<&str> {
    let verb = rest
        .strip_prefix('m')
        .filter(|verb| verb.len() > LONG && !verb.starts_with(['a', 'b', 'e', 'i', 'o', 'u', 'w']));
    let verb = verb.unwrap_or(rest);
    (verb.len() >= LONG && verb.ends_with('a')).then(|| key(verb))
}

/// Returns the root of a listed verb or its passive, in -a or in the -e of the subjunctive.
fn known(verb: &str) -> Option<&str> {
    match verb {
        "ua" | "ue" => return Some(KILL),
        "uwawa" | "uwawe" | "uawe" => return Some("uaw"),
        "kwenda" => return Some("end"),
        "kwisha" => return Some("ish"),
        _ if WITH_KU.contains(&verb) => return Some(verb),
        _ => {}
    }
    let Some(body) = verb.strip_suffix(['a', 'e']) else {
        return search(verb, "");
    };
    if let Some(listed) = search(body, "a").or_else(|| search(verb, "")) {
        return Some(key(listed));
    }
    let active = body.strip_suffix('w')?;
    let passive = search(active, "a").is_some() || search(active, "").is_some() || derived(active);
    passive.then_some(body)
}

/// Tells whether a listed verb remains without the i, e, li or le before the w of its passive; the
/// vowel before them tells which of the two it is.
fn derived(active: &str) -> bool {
    active.strip_suffix(['i', 'e']).is_some_and(|body| {
        let vowel = body.bytes().rfind(|letter| b"aeiou".contains(letter));
        let open = matches!(vowel, Some(b'e' | b'o'));
        let found = |body: &str| search(body, "a").is_some() || search(body, "u").is_some();
        let listed = found(body) || body.strip_suffix('l').is_some_and(found);
        listed && open == active.ends_with('e')
    })
}

/// Finds a verb, given in two parts.
fn search(body: &str, end: &str) -> Option<&'static str> {
    let order = |verb: &&str| -> Ordering { verb.bytes().cmp(body.bytes().chain(end.bytes())) };
    VERBS
        .binary_search_by(order)
        .ok()
        .and_then(|at| VERBS.get(at).copied())
}

/// Cuts the final vowel after a consonant.
fn key(verb: &str) -> &str {
    let root = verb
        .strip_suffix('a')
        .filter(|root| root.len() >= SHORT && !root.ends_with(['a', 'e', 'i', 'o', 'u']));
    root.unwrap_or(verb)
}

/// Cuts the -ni of places.
fn locative(word: &str) -> &str {
    let noun = word.strip_suffix("ni");
    noun.filter(|noun| noun.len() >= LONG && noun.ends_with(['a', 'e', 'i', 'o', 'u']))
        .unwrap_or(word)
}

/// Cuts what the singular and the plural have of their own.
fn class(noun: &str) -> &str {
    match noun.as_bytes().first() {
        Some(b'm' | b'w') => agent(noun).unwrap_or(noun),
        Some(b'k' | b'v') => {
            let rest = noun.strip_prefix(['k', 'v']);
            rest.filter(|rest| rest.starts_with('i') && noun.len() >= SHORTEST_KI)
                .unwrap_or(noun)
        }
        _ => noun,
    }
}

/// Cuts the class of agents in -aji: mchezaji, wachezaji; muuzaji, wauzaji.
fn agent(noun: &str) -> Option<&str> {
    if !noun.ends_with("aji") || noun.starts_with("ma") {
        return None;
    }
    let classes = ["wa", "mu", "mw", "m"];
    classes
        .iter()
        .find_map(|class| noun.strip_prefix(class))
        .filter(|agent| agent.len() >= SHORTEST_AGENT)
}

#[cfg(test)]
mod tests {
    use super::super::forms::{assert_apart, assert_meet};
    use super::*;

    /// Forms that must meet, one class a line.
    const MEET: &str = "
        amefariki wamefariki walifariki waliofariki kufariki afariki wafariki hajafariki
        ameua waliua aua yaua kuua kumuua alimuua aliyemuua wamuua atakayewaua
        ameuawa waliouawa auawa wauawa kuuawa yauawa aliuwawa
        amekufa wamekufa walikufa waliokufa afa wafa kufa
        kukamata amemkamata limewakamata inamkamata wamkamata akamata watakaomkamata
        kukamatwa akamatwa wakamatwa amekamatwa aliyekamatwa hajakamatwa wakamatwe
        kufunga imeifunga yaifunga alifunga wamefunga haifungi
        kuchukua achukua amechukua wachukue hatachukua kimechukua
        kutangaza yatangaza latangaza imetangaza alitangaza zilizotangaza hutangaza hawakutangaza
        kuteua ateua amteua amemteua aliwateua aliyemteua
        kutolewa imetolewa iliyotolewa vilivyotolewa
        kujiuzulu ajiuzulu amejiuzulu waliojiuzulu
        kuona aliona waliona alichoona kumuona wameiona
        kwenda ameenda amekwenda anakokwenda waende
        anahitaji wanaohitaji inahitaji kuhitaji haihitaji
        kuporomoka laporomoka yaporomoka liliporomoka lililoporomoka
        kubomolewa zitabomolewa zilizobomolewa
        mwanafunzi wanafunzi
        mgonjwa wagonjwa
        mkulima wakulima
        mchezaji wachezaji
        muuzaji wauzaji
        mwigizaji muigizaji waigizaji
        mpinzani wapinzani
        kituo vituo kituoni vituoni
        kiongozi viongozi
        kijiji vijiji kijijini vijijini
        chama vyama
        chuo vyuo vyuoni
        mkutano mikutano mikutanoni
        msitu misitu msituni
        mahakama mahakamani
        hospitali hospitalini mahospitali
        bomu mabomu
        mtaa mitaa mitaani
        ugonjwa magonjwa
        wimbo nyimbo
    ";

    const APART: &[(&str, &str)] = &[
        ("kukata", "kata"),
        ("kupanda", "panda"),
        ("kukubali", "kubalika"),
        ("akamatwa", "akamata"),
        ("yaifunga", "wafungwa"),
        ("ameua", "ua"),
        ("mgonjwa", "ugonjwa"),
        ("kijiji", "jiji"),
        ("chama", "ama"),
        ("kirusi", "virusi"),
        ("visa", "kisa"),
        ("vita", "ita"),
        ("mipaka", "mpaka"),
        ("mabasi", "basi"),
        ("mitindo", "mtindo"),
        ("mradi", "radi"),
        ("mtaji", "taji"),
        ("hifadhi", "kuhifadhi"),
        ("utajiri", "yakijiri"),
        ("halali", "amelala"),
        ("kitenge", "kutenga"),
        ("zabuni", "kubuni"),
        ("wajibu", "kujibu"),
        ("wasukuma", "kusukuma"),
        ("hawakubaki", "kubaka"),
        ("mwezini", "mwezi"),
        ("nchini", "nchi"),
        ("uhaini", "uhai"),
        ("kura", "kurani"),
        ("hisani", "hisa"),
        ("watusi", "kutusi"),
    ];

    #[test]
    fn forms_of_a_word_meet() {
        assert_meet(stem, MEET.lines());
    }

    #[test]
    fn unlike_words_stay_apart() {
        assert_apart(stem, APART);
        for word in [
            "wakili", "waziri", "mali", "kamati", "amani", "alama", "taifa", "timu", "wizara",
            "habari", "ajali", "asali", "utawala", "umeme", "amerika", "italia", "arusha",
            "lazima", "kundi", "kura", "zamani", "imani", "thamani", "hatua", "huduma", "mahakama",
            "mauaji", "upande", "unene", "siasa", "chakula", "kutoka",
        ] {
            assert_eq!(stem(word), word);
        }
    }

    #[test]
    fn a_form_has_the_stem_of_its_noun() {
        for entry in [PERSONS, THINGS]
            .iter()
            .flat_map(|text| text.split_whitespace())
        {
            let (form, noun) = entry.split_once('=').unwrap_or((entry, entry));
            assert_eq!(stem(form), stem(noun), "{form}");
        }
    }

    #[test]
    fn verbs_are_in_order() {
        assert!(VERBS.is_sorted());
    }
}
