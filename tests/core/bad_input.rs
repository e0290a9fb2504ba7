//! Input that nobody should send: every one gets a sane answer or is refused
//! by the name of its field.

use std::sync::LazyLock;
use std::time::Instant;

use mujaz::engine::{
    Analysis, AnalysisOptions, AnalyzedSentence, AnalyzedTopic, Document, Engine, EngineError,
    Limits, Part, Problem, Warning,
};
use mujaz::summary::{Algorithm, DEFAULT_MAX_SENTENCES};

use crate::spans::NaiveUnits;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin(Limits::default()).expect("the built-in engine"));

fn document(text: &str) -> Document {
    Document {
        text: text.to_owned(),
        ..Document::default()
    }
}

/// Everything that an answer can hold.
fn everything(algorithm: Algorithm) -> AnalysisOptions {
    let mut options = AnalysisOptions::everything();
    if let Some(summary) = &mut options.summary {
        summary.algorithm = algorithm;
        summary.include_all_sentences = true;
    }
    if let Some(classification) = &mut options.classification {
        classification.include_evidence = true;
        classification.include_unassigned = true;
    }
    options
}

/// Analyses with every algorithm, checks every answer and returns the one of
/// the default algorithm. `also` looks at each of them.
fn analyze_with(document: &Document, also: impl Fn(&Analysis)) -> Analysis {
    let (text, title) = (
        NaiveUnits::of(&document.text),
        NaiveUnits::of(&document.title),
    );
    let answer = |algorithm: Algorithm, options: &AnalysisOptions| {
        let started = Instant::now();
        let analysis = ENGINE
            .analyze(document, options)
            .unwrap_or_else(|error| panic!("{}: {error}", algorithm.name()));
        println!("{:>10} {:?}", algorithm.name(), started.elapsed());
        check_summary(&analysis, document, &text);
        also(&analysis);
        analysis
    };
    let default = Algorithm::default();
    let analysis = answer(default, &everything(default));
    check_topics(&analysis, &text, &title);
    println!("{:?} {:?}", analysis.language, analysis.warnings);
    for algorithm in Algorithm::ALL {
        if algorithm != default {
            // Topics do not depend on the algorithm.
            let options = AnalysisOptions {
                classification: None,
                ..everything(algorithm)
            };
            answer(algorithm, &options);
        }
    }
    analysis
}

fn analyze(text: &str) -> Analysis {
    analyze_with(&document(text), |_| {})
}

fn check_summary(analysis: &Analysis, document: &Document, text: &NaiveUnits<'_>) {
    let statistics = &analysis.statistics;
    assert_eq!(statistics.utf8_bytes, document.text.len());
    assert_eq!(statistics.code_points, document.text.chars().count());
    assert!((0.0..=1.0).contains(&analysis.language.confidence));
    assert!((0.0..=1.0).contains(&analysis.language.detected.confidence));

    let summary = analysis.summary.as_ref().expect("a summary");
    let chosen = &summary.sentences;
    assert!((1..=DEFAULT_MAX_SENTENCES).contains(&chosen.len()));
    check_sentences(chosen, text);
    assert_eq!(ranks(chosen), (1..=chosen.len()).collect::<Vec<_>>());

    let all = &summary.all_sentences;
    assert_eq!(all.len(), statistics.sentences);
    check_sentences(all, text);
    assert_eq!(ranks(all), (1..=all.len()).collect::<Vec<_>>());
    for (place, sentence) in all.iter().enumerate() {
        assert_eq!(sentence.index, place);
    }
    for sentence in chosen {
        let same = &all[sentence.index];
        assert_eq!(sentence.text, same.text);
        assert!((sentence.score - same.score).abs() < f64::EPSILON);
    }
    // Nothing but white space is left out.
    let covered: usize = all.iter().map(|one| visible(&one.text)).sum();
    assert_eq!(covered, visible(&document.text));
}

/// Checks sentences in document order.
fn check_sentences(sentences: &[AnalyzedSentence], text: &NaiveUnits<'_>) {
    let mut reached = 0;
    for sentence in sentences {
        assert_eq!(text.at(sentence.span), sentence.text);
        assert!(!sentence.text.trim().is_empty());
        assert!(sentence.span.utf8.start >= reached, "{:?}", sentence.span);
        assert!((0.0..=1.0).contains(&sentence.score), "{}", sentence.score);
        reached = sentence.span.utf8.end;
    }
}

fn ranks(sentences: &[AnalyzedSentence]) -> Vec<usize> {
    let mut ranks: Vec<usize> = sentences.iter().map(|one| one.rank).collect();
    ranks.sort_unstable();
    ranks
}

fn visible(text: &str) -> usize {
    text.chars().filter(|one| !one.is_whitespace()).count()
}

fn check_topics(analysis: &Analysis, text: &NaiveUnits<'_>, title: &NaiveUnits<'_>) {
    let topics = analysis.topics.as_ref().expect("topics");
    assert_eq!(topics.len(), ENGINE.taxonomy().topics.len());
    for topic in topics {
        let prediction = &topic.prediction;
        let confidence = prediction.confidence;
        assert!((0.0..=1.0).contains(&confidence), "{topic:?}");
        assert!((0.0..=1.0).contains(&prediction.threshold), "{topic:?}");
        assert_eq!(prediction.assigned, confidence >= prediction.threshold);
        let parts = [prediction.logit, prediction.bias, prediction.rest];
        assert!(parts.iter().all(|part| part.is_finite()), "{topic:?}");
        let listed: f64 = topic.evidence.iter().map(|one| one.weight).sum();
        let sum = prediction.bias + listed + prediction.rest;
        assert!((sum - prediction.logit).abs() < 1e-6, "{topic:?}");
        check_evidence(topic, analysis, text, title);
    }
}

fn check_evidence(
    topic: &AnalyzedTopic,
    analysis: &Analysis,
    text: &NaiveUnits<'_>,
    title: &NaiveUnits<'_>,
) {
    let sentences = &analysis.summary.as_ref().expect("a summary").all_sentences;
    for evidence in &topic.evidence {
        assert!(evidence.weight.is_finite());
        assert!(evidence.occurrences > 0);
        let Some(sentence) = evidence.sentence else {
            assert_eq!(title.at(evidence.span), evidence.matched_text);
            continue;
        };
        assert_eq!(text.at(evidence.span), evidence.matched_text);
        let around = sentences[sentence].span.utf8;
        assert!(around.start <= evidence.span.utf8.start);
        assert!(evidence.span.utf8.end <= around.end);
    }
}

fn is_short(analysis: &Analysis) -> bool {
    let is_short = |one: &Warning| matches!(one, Warning::ShortText { .. });
    analysis.warnings.iter().any(is_short)
}

fn is_uncertain(analysis: &Analysis) -> bool {
    let is_uncertain = |one: &Warning| matches!(one, Warning::LanguageUncertain { .. });
    analysis.warnings.iter().any(is_uncertain)
}

fn warns(analysis: &Analysis, warning: &Warning) -> bool {
    analysis.warnings.contains(warning)
}

/// Repeats `piece` up to `bytes` bytes.
fn fill(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

#[test]
fn only_punctuation() {
    let analysis = analyze("؟!... ---، «» ؛؛؛ ?? (),");
    assert_eq!(analysis.statistics.words, 0);
    assert!(warns(&analysis, &Warning::NoBodySentence));
    assert!(warns(&analysis, &Warning::ShortText { words: 0 }));
    assert!(is_uncertain(&analysis));
    assert_eq!(analysis.language.code, "und");
}

#[test]
fn one_word() {
    for text in ["فلسطين", "Palestine", "فلسطين.", "a"] {
        let analysis = analyze(text);
        assert_eq!(analysis.statistics.words, 1);
        assert!(warns(&analysis, &Warning::SingleSentence), "{text}");
        assert!(warns(&analysis, &Warning::ShortText { words: 1 }), "{text}");
    }
}

#[test]
fn one_long_line_without_full_stop() {
    for (piece, code) in [
        (
            "وقال المتحدث باسم الحكومة في القدس إن المدارس تفتح اليوم ",
            "ar",
        ),
        (
            "the government of the city said that schools open today ",
            "en",
        ),
    ] {
        let text = fill(piece, 1 << 20);
        let analysis = analyze(&text);
        assert_eq!(analysis.language.code, code);
        assert_eq!(analysis.statistics.sentences, 1);
        assert!(warns(&analysis, &Warning::SingleSentence));
        assert!(!is_short(&analysis));
    }
}

#[test]
fn one_sentence_longer_than_the_bound() {
    let mut options = everything(Algorithm::default());
    options.summary.as_mut().unwrap().max_characters = Some(280);
    let text = fill("كلمة ", 10_000);
    let analysis = ENGINE.analyze(&document(&text), &options).unwrap();
    let summary = analysis.summary.as_ref().unwrap();
    let span = summary.sentences[0].span;
    assert_eq!(summary.sentences.len(), 1);
    assert!(warns(&analysis, &Warning::MaxCharactersExceeded { span }));
}

#[test]
fn very_many_tiny_sentences() {
    const SENTENCES: usize = 100_000;
    for piece in ["هنا. ", "It is. "] {
        let analysis = analyze_with(&document(&piece.repeat(SENTENCES)), |analysis| {
            assert_eq!(analysis.statistics.sentences, SENTENCES);
            let summary = analysis.summary.as_ref().unwrap();
            let compares_pairs =
                matches!(summary.algorithm, Algorithm::LexRank | Algorithm::TextRank);
            if compares_pairs {
                assert!(warns(analysis, &Warning::CandidatesLimited));
            }
        });
        assert!(!is_short(&analysis));
    }
}

#[test]
fn nuls() {
    let analysis = analyze("\0\0\0");
    assert!(warns(&analysis, &Warning::ShortText { words: 0 }));
    assert!(warns(&analysis, &Warning::NoBodySentence));
    let analysis = analyze("The\0court met.\0 It ruled.\0\n\0\nقال\0الوزير.\0");
    assert!(is_short(&analysis));
}

#[test]
fn only_emoji() {
    let analysis = analyze("😀😀 👩\u{200d}👩\u{200d}👧\u{200d}👦 🇵🇸🇵🇸 👍🏽 ❤\u{fe0f}");
    assert_eq!(analysis.statistics.words, 0);
    assert!(warns(&analysis, &Warning::NoBodySentence));
    assert!(warns(&analysis, &Warning::ShortText { words: 0 }));
    assert!(is_uncertain(&analysis));
}

#[test]
fn both_directions_with_bidi_controls() {
    let analysis = analyze(
        "\u{202b}قال \u{2066}OpenAI\u{2069} إن \u{200f}GPT\u{200e} جديد.\u{202c} \
         \u{202e}The minister said \u{2067}وزير الصحة\u{2069} will resign.\u{202c}\n\
         \u{61c}ثم أعلن \u{202a}UN\u{202c} التقرير في \u{202d}2024\u{202c}.\u{200f}",
    );
    assert!(analysis.statistics.sentences >= 3);
    assert!(!warns(&analysis, &Warning::NoBodySentence));
    // Controls alone are no text, but they are not white space either.
    let analysis = analyze("\u{202e}\u{202c}\u{200f}\u{2067}\u{2069}");
    assert_eq!(analysis.statistics.words, 0);
    assert!(warns(&analysis, &Warning::ShortText { words: 0 }));
}

#[test]
fn title_longer_than_the_text() {
    let title = fill("اعتقلت الشرطة لاعب كرة القدم بعد المباراة ", 100_000);
    let document = Document {
        title,
        ..document("انتهى.")
    };
    let analysis = analyze_with(&document, |_| {});
    assert_eq!(analysis.statistics.sentences, 1);
    // The words of the title count.
    assert!(!is_short(&analysis));
    assert!(warns(&analysis, &Warning::SingleSentence));
    let topics = analysis.topics.unwrap();
    let evidence = topics.iter().flat_map(|topic| &topic.evidence);
    assert!(evidence.clone().count() > 0);
    assert!(evidence.clone().any(|one| one.sentence.is_none()));
}

#[test]
fn wrong_language_code() {
    let arabic = "أعلنت وزارة الصحة الفلسطينية اليوم أن المستشفيات في قطاع غزة \
                  تعمل بأقل من نصف طاقتها. وقال المتحدث باسم الوزارة إن الوقود نفد.";
    let document = Document {
        language_code: "en".to_owned(),
        ..document(arabic)
    };
    let analysis = analyze_with(&document, |_| {});
    let mismatch = Warning::LanguageMismatch {
        declared: "en".to_owned(),
        detected: "ar",
    };
    assert!(warns(&analysis, &mismatch));
    assert_eq!(analysis.language.code, "en");
    assert!(analysis.language.declared);
    assert_eq!(analysis.statistics.sentences, 2);
}

/// Arabic letters and their isolated presentation forms.
const PRESENTATION: [(char, char); 36] = [
    ('ء', 'ﺀ'),
    ('آ', 'ﺁ'),
    ('أ', 'ﺃ'),
    ('ؤ', 'ﺅ'),
    ('إ', 'ﺇ'),
    ('ئ', 'ﺉ'),
    ('ا', 'ﺍ'),
    ('ب', 'ﺏ'),
    ('ة', 'ﺓ'),
    ('ت', 'ﺕ'),
    ('ث', 'ﺙ'),
    ('ج', 'ﺝ'),
    ('ح', 'ﺡ'),
    ('خ', 'ﺥ'),
    ('د', 'ﺩ'),
    ('ذ', 'ﺫ'),
    ('ر', 'ﺭ'),
    ('ز', 'ﺯ'),
    ('س', 'ﺱ'),
    ('ش', 'ﺵ'),
    ('ص', 'ﺹ'),
    ('ض', 'ﺽ'),
    ('ط', 'ﻁ'),
    ('ظ', 'ﻅ'),
    ('ع', 'ﻉ'),
    ('غ', 'ﻍ'),
    ('ف', 'ﻑ'),
    ('ق', 'ﻕ'),
    ('ك', 'ﻙ'),
    ('ل', 'ﻝ'),
    ('م', 'ﻡ'),
    ('ن', 'ﻥ'),
    ('ه', 'ﻩ'),
    ('و', 'ﻭ'),
    ('ى', 'ﻯ'),
    ('ي', 'ﻱ'),
];

#[test]
fn presentation_forms() {
    let plain = "قتلت قذيفة ثلاثة جنود جرحى قرب المستشفى الحكومي في المدينة. \
                 وأعلن الجيش أن الهجوم على الحاجز العسكري كان ردا على القصف. \
                 ثم نقل المسعفون الجرحى إلى مستشفى آخر بعيد عن خط النار.";
    let shaped: String = plain
        .replace("لا", "ﻻ")
        .chars()
        .map(|letter| {
            let pair = PRESENTATION.iter().find(|pair| pair.0 == letter);
            pair.map_or(letter, |pair| pair.1)
        })
        .collect();
    let (plain, shaped) = (analyze(plain), analyze(&shaped));
    assert_eq!(shaped.language.code, "ar");
    assert_eq!(shaped.statistics.sentences, plain.statistics.sentences);
    assert_eq!(shaped.statistics.words, plain.statistics.words);
    // The same words say the same.
    for (shaped, plain) in shaped.topics.unwrap().iter().zip(&plain.topics.unwrap()) {
        assert_eq!(shaped.id, plain.id);
        let difference = shaped.prediction.logit - plain.prediction.logit;
        assert!(difference.abs() < 1e-9, "{}: {difference}", plain.id);
    }
}

#[test]
fn marks_without_letters() {
    for text in ["ـــــــ", "َُِّْ", "ـَـُـِ ــّ ـْ", "ًٌٍ ًٌٍ"] {
        let analysis = analyze(text);
        assert!(is_short(&analysis), "{text}");
        assert!(is_uncertain(&analysis), "{text}");
    }
}

#[test]
fn towers_of_combining_marks() {
    const HEIGHT: usize = 100_000;
    // Marks of descending class: the whole tower has to be put in order.
    for (letter, marks) in [("e", "\u{301}\u{323}"), ("س", "\u{651}\u{64e}")] {
        let text = format!("{letter}{} end. Next one.", marks.repeat(HEIGHT / 2));
        let analysis = analyze(&text);
        assert!(is_short(&analysis));
    }
}

#[test]
fn scripts_without_spaces() {
    for (piece, code) in [
        ("ประเทศไทยมีฝนตกหนักในวันนี้และโรงเรียนปิด", "th"),
        ("今天北京的学校因为大雨关闭了政府说明天开放", "zh"),
    ] {
        let analysis = analyze(&fill(piece, 200_000));
        assert_eq!(analysis.language.code, code);
        assert!(!is_short(&analysis));
        assert!(warns(&analysis, &Warning::SingleSentence));
    }
}

/// Returns part and name of every field that is refused.
fn refused(document: &Document, options: &AnalysisOptions) -> Vec<(Part, String)> {
    match ENGINE.analyze(document, options) {
        Err(EngineError::Invalid(violations)) => violations
            .into_iter()
            .map(|violation| (violation.part, violation.field))
            .collect(),
        other => panic!("not refused: {other:?}"),
    }
}

fn field(part: Part, name: &str) -> Vec<(Part, String)> {
    vec![(part, name.to_owned())]
}

#[test]
fn blank_texts_are_refused() {
    let blanks = [
        "", " ", "\n\t\r\n", "\u{a0}\u{2003}\u{3000}", "\u{2028}\u{85}",
    ];
    for text in blanks {
        let document = Document {
            title: "A title does not make up for it".to_owned(),
            ..document(text)
        };
        let options = everything(Algorithm::default());
        let error = ENGINE.analyze(&document, &options);
        let Err(EngineError::Invalid(violations)) = error else {
            panic!("{text:?}: {error:?}");
        };
        assert_eq!(violations.len(), 1);
        assert_eq!(violations[0].part, Part::Document);
        assert_eq!(violations[0].field, "text");
        assert_eq!(violations[0].problem, Problem::EmptyText);
    }
}

#[test]
fn too_large_texts_are_refused() {
    let options = everything(Algorithm::default());
    let max = ENGINE.limits().max_text_bytes;
    let large = "x".repeat(max + 1);
    assert_eq!(
        refused(&document(&large), &options),
        field(Part::Document, "text")
    );
    let titled = Document {
        title: large,
        ..document("Text.")
    };
    assert_eq!(refused(&titled, &options), field(Part::Document, "title"));
    assert!(
        ENGINE
            .check(&document(&"x".repeat(max)), &options)
            .is_empty()
    );
}

#[test]
fn not_a_language_is_refused() {
    for code in ["x", "arabic language", "ar_EG", "عربي", "ar-", "\0"] {
        let document = Document {
            language_code: code.to_owned(),
            ..document("Text.")
        };
        let found = refused(&document, &AnalysisOptions::everything());
        assert_eq!(found, field(Part::Document, "language_code"), "{code:?}");
    }
}

#[test]
fn not_a_number_is_refused() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.1, 1.1] {
        let refused_with = |change: &dyn Fn(&mut AnalysisOptions)| {
            let mut options = AnalysisOptions::everything();
            change(&mut options);
            refused(&document("Text."), &options)
        };
        let found = refused_with(&|options| {
            options.summary.as_mut().unwrap().max_ratio = Some(number);
        });
        assert_eq!(found, field(Part::Summary, "max_ratio"), "{number}");
        let found = refused_with(&|options| {
            options.summary.as_mut().unwrap().redundancy_penalty = Some(number);
        });
        assert_eq!(
            found,
            field(Part::Summary, "redundancy_penalty"),
            "{number}"
        );
        let found = refused_with(&|options| {
            options.classification.as_mut().unwrap().min_confidence = Some(number);
        });
        assert_eq!(
            found,
            field(Part::Classification, "min_confidence"),
            "{number}"
        );
    }
}

#[test]
fn everything_wrong_is_named_at_once() {
    let mut options = AnalysisOptions::everything();
    options.summary.as_mut().unwrap().max_sentences = Some(0);
    options.summary.as_mut().unwrap().max_ratio = Some(f64::NAN);
    options.classification.as_mut().unwrap().topic_ids = vec!["no such topic".to_owned()];
    let found = refused(&document(" "), &options);
    let names: Vec<&str> = found.iter().map(|(_, field)| field.as_str()).collect();
    assert_eq!(
        names,
        ["text", "max_sentences", "max_ratio", "topic_ids[0]"]
    );
}
