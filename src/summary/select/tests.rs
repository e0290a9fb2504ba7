//! Selection against a search through all sets.

use super::*;
use crate::summary::vector::SentenceVectors;
use crate::summary::{Algorithm, SummaryOptions};
use crate::text::AnalyzedText;
use crate::text::sentence::SentenceKind;

/// Numbers that look drawn, the same every time.
struct Draw(u32);

impl Draw {
    fn below(&mut self, end: u32) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 % end) as usize
    }

    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.below(1_000)).expect("small")) / 1e3
    }

    /// A text of a few words that come back.
    fn text(&mut self, sentences: usize) -> String {
        let sentence = |draw: &mut Self| {
            let words: Vec<String> = (0..2 + draw.below(6))
                .map(|_| format!("word{}", draw.below(12)))
                .collect();
            format!("The {}.", words.join(" "))
        };
        let all: Vec<String> = (0..sentences).map(|_| sentence(self)).collect();
        all.join(" ")
    }
}

fn candidates(text: &AnalyzedText<'_>) -> Vec<usize> {
    (0..text.sentences.len()).collect()
}

fn body(text: &AnalyzedText<'_>) -> Vec<usize> {
    let is_body = |&at: &usize| text.sentences[at].kind == SentenceKind::Body;
    candidates(text).into_iter().filter(is_body).collect()
}

/// The worth of the best set within the bounds that has `first` in it.
fn best_worth(objective: &Objective<'_>, bounds: &Bounds, first: usize) -> f64 {
    let count = objective.len();
    let sets = (0_u32..1 << count)
        .map(|set| -> Vec<usize> { (0..count).filter(|at| set >> at & 1 == 1).collect() });
    let fits = |set: &Vec<usize>| {
        let length: usize = set.iter().map(|&one| bounds.length(one)).sum();
        set.contains(&first)
            && set.len() <= bounds.sentences
            && (set.len() == 1 || length <= bounds.room(&[]))
    };
    sets.filter(fits)
        .map(|set| objective.selection(&set).value)
        .fold(0.0, f64::max)
}

#[test]
fn nothing_is_better_than_what_is_chosen() {
    let mut draw = Draw(7);
    for round in 0..60 {
        let written = draw.text(10);
        let text = AnalyzedText::new("", &written, Some("en"));
        let vectors = SentenceVectors::new(&text, &candidates(&text));
        let scores: Vec<f64> = (0..vectors.len()).map(|_| draw.share()).collect();
        let leans: Vec<bool> = (0..vectors.len()).map(|_| draw.below(3) == 0).collect();
        let repeats: Vec<f64> = scores.iter().map(|score| 0.3 * score).collect();
        let stories: Vec<usize> = (0..vectors.len()).map(|at| at / 3).collect();
        let objective = Objective {
            rules: Rules {
                redundancy: draw.share(),
                leaning: draw.share(),
                stories: draw.share(),
            },
            scores: &scores,
            repeats: if round % 3 == 0 { &repeats } else { &[] },
            vectors: &vectors,
            sizes: &[],
            leans: &leans,
            stories: if round % 2 == 0 { &stories } else { &[] },
        };
        let options = SummaryOptions {
            max_sentences: Some(1 + draw.below(4)),
            max_characters: (round % 3 == 0).then(|| 20 + draw.below(100)),
            ..SummaryOptions::default()
        };
        let bounds = Bounds::new(&options, &text, &vectors);
        let chosen = select(&objective, &bounds);
        assert!(bounds.hold(&chosen) || chosen.len() == 1, "{round}");
        let worth = |objective: &Objective<'_>| objective.selection(&chosen).value;
        let best = |objective: &Objective<'_>, bounds: &Bounds| {
            best_worth(objective, bounds, chosen[0]) - 1e-9
        };
        let sizes = bounds.sizes();
        let by_length = Objective {
            sizes: &sizes,
            ..objective
        };
        assert!(
            worth(&objective) >= best(&objective, &bounds.of_sentences())
                || bounds.has_lengths() && worth(&by_length) >= best(&by_length, &bounds),
            "{round}: {chosen:?}"
        );
    }
}

#[test]
fn two_short_sentences_do_not_take_the_room_of_a_long_one_that_matters() {
    let written = "The ministers agreed on Monday. Nobody smiled. It rained. \
        They will reopen the border for goods and people in May.";
    let text = AnalyzedText::new("", written, Some("en"));
    let vectors = SentenceVectors::new(&text, &candidates(&text));
    let objective = Objective {
        rules: Rules::new(Algorithm::Ranked, None),
        scores: &[1.0, 0.5, 0.5, 0.8],
        repeats: &[],
        vectors: &vectors,
        sizes: &[],
        leans: &[],
        stories: &[],
    };
    let chosen = |characters| {
        let options = SummaryOptions {
            max_sentences: Some(3),
            max_characters: Some(characters),
            ..SummaryOptions::default()
        };
        select(&objective, &Bounds::new(&options, &text, &vectors))
    };
    assert_eq!(chosen(200), [0, 3, 1]);
    assert_eq!(chosen(90), [0, 3]);
    assert_eq!(chosen(60), [0, 1, 2]);
}

#[test]
fn a_set_that_shrinks_is_as_it_was() {
    let mut draw = Draw(11);
    let written = draw.text(6);
    let text = AnalyzedText::new("", &written, Some("en"));
    let vectors = SentenceVectors::new(&text, &candidates(&text));
    let objective = Objective {
        rules: Rules {
            redundancy: 0.5,
            leaning: 0.5,
            stories: 0.5,
        },
        scores: &[0.9, 0.1, 0.5, 0.3, 0.7, 0.2],
        repeats: &[0.0, 0.1, 0.0, 0.0, 0.3, 0.0],
        vectors: &vectors,
        sizes: &[0.5, 2.0, 1.0, 0.7, 1.3, 0.5],
        leans: &[false, true, true, false, true, false],
        stories: &[0, 0, 1, 1, 2, 2],
    };
    let mut selection = objective.selection(&[4, 1]);
    let before = (selection.value, selection.gain(0), selection.gain(2));
    selection.push(3);
    selection.push(0);
    selection.pop();
    selection.pop();
    assert_eq!(
        before,
        (selection.value, selection.gain(0), selection.gain(2))
    );
}

/// Three stories of three sentences, each about its own matter.
const ROUND_UP: &str = "Engineers closed the harbour bridge on Monday. The bridge has cracks in \
    two pillars. Engineers want to repair the pillars before winter.\n\
    A museum in the capital shows forty paintings of horses. The paintings were lent by \
    collectors. The museum expects many visitors to the horses.\n\
    Farmers reported a poor olive harvest. Drought cut the harvest by half, farmers said. The \
    price of olive oil rose.";

#[test]
fn each_story_of_a_round_up_has_its_sentences() {
    let text = AnalyzedText::new("", ROUND_UP, Some("en"));
    let vectors = SentenceVectors::new(&text, &candidates(&text));
    assert_eq!(stories::find(&text, &vectors), [0, 0, 0, 1, 1, 1, 2, 2, 2]);
}

#[test]
fn a_dateline_opens_a_story() {
    let report = "Engineers closed the bridge. The bridge has cracks.";
    let written = ["PARIS (AP) - ", "LYON (AP) - ", "LILLE (AP) - "]
        .map(|dateline| format!("{dateline}{report}"))
        .join("\n\n");
    let text = AnalyzedText::new("", &written, Some("en"));
    let vectors = SentenceVectors::new(&text, &body(&text));
    assert_eq!(stories::find(&text, &vectors), [0, 0, 1, 1, 2, 2]);
}

#[test]
fn a_line_of_signs_opens_a_story() {
    let written = ROUND_UP
        .replace('\n', "\n\n* * *\n\n")
        .replace("A museum", "A bridge museum");
    let text = AnalyzedText::new("", &written, Some("en"));
    let vectors = SentenceVectors::new(&text, &body(&text));
    assert_eq!(stories::find(&text, &vectors), [0, 0, 0, 1, 1, 1, 2, 2, 2]);
}

#[test]
fn sentences_with_words_of_their_own_are_no_stories() {
    let written = "Engineers closed the bridge.\nMuseums lent paintings.\nHorses ran.\n\
        Farmers sold olives. Oil was cheap.\nDrought came.";
    let text = AnalyzedText::new("", written, Some("en"));
    let vectors = SentenceVectors::new(&text, &candidates(&text));
    assert!(stories::find(&text, &vectors).is_empty());
}

#[test]
fn an_article_is_no_round_up() {
    let one = ROUND_UP.replace("A museum", "At the bridge engineers say a museum");
    let one = one.replace("Farmers reported", "At the bridge museum engineers saw");
    let text = AnalyzedText::new("", &one, Some("en"));
    let vectors = SentenceVectors::new(&text, &candidates(&text));
    assert!(stories::find(&text, &vectors).is_empty());
}

#[test]
fn no_story_takes_all_places() {
    let mut text = AnalyzedText::new("", ROUND_UP, Some("en"));
    let summary = crate::summary::summarize(
        &mut text,
        &SummaryOptions::default(),
        &[],
        &crate::pace::Pace::unlimited(),
    );
    let mut stories: Vec<usize> = summary.sentences.iter().map(|one| one.index / 3).collect();
    stories.dedup();
    assert_eq!(stories, [0, 1, 2]);
}
