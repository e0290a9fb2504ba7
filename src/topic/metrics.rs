//! How good predictions are: F1 over topics, the top topic, calibration.

use std::collections::BTreeMap;

use serde::Serialize;

use super::calibrate::f1;

/// Bands of confidence of the reliability table.
const BANDS: usize = 10;
/// Confidence from which a decision is one that somebody might look at: nearly
/// all others are near 0, right, and hide what the calibration is like.
const LIKELY: f64 = 0.2;

/// A document with what readers and the model say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// BCP-47 primary subtag.
    pub language: String,
    /// Positions of the topics that readers gave, the primary first; one that
    /// has no confidence stands for a topic that the model does not have, and
    /// misses.
    pub labels: Vec<usize>,
    /// Confidence in each topic.
    pub confidences: Vec<f64>,
    /// Whether each topic is assigned.
    pub assigned: Vec<bool>,
}

impl Judged {
    /// Returns the topic with the highest confidence, the first of equals.
    #[must_use]
    pub fn top(&self) -> Option<usize> {
        let best = |a: Option<usize>, b: usize| match a {
            Some(a) if self.confidences[a] >= self.confidences[b] => Some(a),
            _ => Some(b),
        };
        (0..self.confidences.len()).fold(None, best)
    }

    /// Returns the confidence in a topic, and whether readers gave it.
    fn decision(&self, topic: usize) -> (f64, bool) {
        (self.confidences[topic], self.labels.contains(&topic))
    }

    fn decisions(&self) -> impl Iterator<Item = (f64, bool)> {
        (0..self.confidences.len()).map(|topic| self.decision(topic))
    }
}

/// Scores of a set of documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Over all documents.
    pub overall: Scores,
    /// Each topic.
    pub topics: Vec<TopicScores>,
    /// Each language, in alphabetical order of its code.
    pub languages: BTreeMap<String, Scores>,
    /// Mean distance between confidence and frequency, weighted by the
    /// documents in each band.
    pub expected_calibration_error: f64,
    /// Bands of confidence, from low to high.
    pub reliability: Vec<Band>,
    /// How often which topic came top for which primary, of those that the
    /// model has, in their order; pairs that never met are left out.
    pub confusion: Vec<Confusion>,
}

/// Documents of one primary topic that have one top topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// Id of the topic that readers put first.
    pub primary: String,
    /// Id of the topic with the highest confidence.
    pub top: String,
    /// Number of documents.
    pub documents: usize,
}

/// Scores over all topics.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scores {
    /// Number of documents.
    pub documents: usize,
    /// F1 over all decisions, labels that the model does not know being misses; `None` if there
    /// is neither a label nor an assignment.
    pub micro_f1: Option<f64>,
    /// Mean F1 of the topics of the model that have a label or an assignment, if any do.
    pub macro_f1: Option<f64>,
    /// Share of documents whose top topic is the primary, of those that have one, if any do.
    pub top_is_primary: Option<f64>,
    /// Share of documents whose top topic is any of their labels, of the same.
    pub top_is_label: Option<f64>,
    /// Documents that readers gave no topic.
    pub unlabelled: usize,
    /// Those of them that got one.
    pub unlabelled_assigned: usize,
    /// How far confidences are from frequencies.
    pub calibration: Calibration,
}

/// Expected calibration errors: the mean distance between confidence and
/// frequency, weighted by the decisions in each band.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Calibration {
    /// Over all decisions.
    pub all: f64,
    /// Over those of confidence 0.2 or more.
    pub likely: f64,
    /// Over the top topic of each document.
    pub top: f64,
}

/// Scores of one topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TopicScores {
    /// Id of the topic.
    pub id: String,
    /// Documents that have it.
    pub documents: usize,
    /// Share of its assignments that are right; `None` without any.
    pub precision: Option<f64>,
    /// Share of its documents that are found; `None` without any.
    pub recall: Option<f64>,
    /// Their harmonic mean; `None` without a document or an assignment.
    pub f1: Option<f64>,
    /// Confidence from which it is assigned.
    pub threshold: f64,
    /// Over the decisions about it, as [`Calibration::all`].
    pub expected_calibration_error: f64,
}

/// Decisions of similar confidence.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Band {
    /// Number of decisions.
    pub decisions: usize,
    /// Mean confidence.
    pub confidence: f64,
    /// Share that are right.
    pub frequency: f64,
}

/// Scores documents against what readers say; `topics` are the ids and
/// thresholds in the order of the confidences.
#[must_use]
pub fn evaluate(topics: &[(String, f64)], judged: &[Judged]) -> Report {
    let mut by_language: BTreeMap<String, Vec<&Judged>> = BTreeMap::new();
    for one in judged {
        by_language
            .entry(one.language.clone())
            .or_default()
            .push(one);
    }
    let all: Vec<&Judged> = judged.iter().collect();
    let counts = counts(topics.len(), &all);
    let described = topics.iter().zip(counts).enumerate();
    let described = described.map(|(topic, ((id, threshold), count))| {
        let decisions = all.iter().map(|one| one.decision(topic));
        TopicScores {
            id: id.clone(),
            documents: count.labelled,
            precision: share(count.hits, count.assigned),
            recall: share(count.hits, count.labelled),
            f1: count.f1(0),
            threshold: *threshold,
            expected_calibration_error: calibration_error(&bands(decisions)),
        }
    });
    let reliability = bands(all.iter().flat_map(|one| one.decisions()));
    Report {
        overall: scores(topics.len(), &all),
        topics: described.collect(),
        languages: by_language
            .into_iter()
            .map(|(language, judged)| (language, scores(topics.len(), &judged)))
            .collect(),
        expected_calibration_error: calibration_error(&reliability),
        reliability,
        confusion: confusion(topics, &all),
    }
}

/// Decisions about one topic.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    hits: usize,
    assigned: usize,
    labelled: usize,
}

impl Count {
    /// Returns F1, more labels being missed; `None` if there is nothing to find or judge.
    fn f1(&self, missed: usize) -> Option<f64> {
        let labelled = self.labelled + missed;
        (self.assigned + labelled > 0).then(|| f1(self.hits, self.assigned, labelled))
    }
}

fn counts(topics: usize, judged: &[&Judged]) -> Vec<Count> {
    let mut counts = vec![Count::default(); topics];
    for one in judged {
        for (topic, count) in counts.iter_mut().enumerate() {
            let labelled = one.labels.contains(&topic);
            count.labelled += usize::from(labelled);
            count.assigned += usize::from(one.assigned[topic]);
            count.hits += usize::from(labelled && one.assigned[topic]);
        }
    }
    counts
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn scores(topics: usize, judged: &[&Judged]) -> Scores {
    let counts = counts(topics, judged);
    let sum = |of: fn(&Count) -> usize| counts.iter().map(of).sum::<usize>();
    let together = Count {
        hits: sum(|one| one.hits),
        assigned: sum(|one| one.assigned),
        labelled: sum(|one| one.labelled),
    };
    let f1s: Vec<f64> = counts.iter().filter_map(|count| count.f1(0)).collect();
    let labelled = judged.iter().filter(|one| !one.labels.is_empty());
    let primary = labelled
        .clone()
        .filter(|one| one.top() == one.labels.first().copied());
    let any = labelled
        .clone()
        .filter(|one| one.top().is_some_and(|top| one.labels.contains(&top)));
    let with_label = labelled.clone().count();
    let labels = judged.iter().flat_map(|one| &one.labels);
    let unknown = labels.filter(|label| **label >= topics).count();
    let unlabelled = judged.iter().filter(|one| one.labels.is_empty());
    Scores {
        documents: judged.len(),
        micro_f1: together.f1(unknown),
        macro_f1: (!f1s.is_empty()).then(|| f1s.iter().sum::<f64>() / f1s.len() as f64),
        top_is_primary: share(primary.count(), with_label),
        top_is_label: share(any.count(), with_label),
        unlabelled: judged.len() - with_label,
        unlabelled_assigned: unlabelled
            .filter(|one| one.assigned.contains(&true))
            .count(),
        calibration: calibration(judged),
    }
}

fn calibration(judged: &[&Judged]) -> Calibration {
    let all = || judged.iter().flat_map(|one| one.decisions());
    let likely = all().filter(|(confidence, _)| *confidence >= LIKELY);
    let top = judged
        .iter()
        .filter_map(|one| Some(one.decision(one.top()?)));
    Calibration {
        all: calibration_error(&bands(all())),
        likely: calibration_error(&bands(likely)),
        top: calibration_error(&bands(top)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "confidences lie in [0, 1] and counts far below 2^53"
)]
fn bands(decisions: impl Iterator<Item = (f64, bool)>) -> Vec<Band> {
    let mut bands = vec![Band::default(); BANDS];
    for (confidence, right) in decisions {
        let band = &mut bands[((confidence * BANDS as f64) as usize).min(BANDS - 1)];
        band.decisions += 1;
        band.confidence += confidence;
        band.frequency += f64::from(u8::from(right));
    }
    for band in &mut bands {
        let decisions = band.decisions.max(1) as f64;
        band.confidence /= decisions;
        band.frequency /= decisions;
    }
    bands
}

fn calibration_error(bands: &[Band]) -> f64 {
    let all: usize = bands.iter().map(|band| band.decisions).sum();
    let apart = |band: &Band| {
        let share = share(band.decisions, all)?;
        Some(share * (band.confidence - band.frequency).abs())
    };
    bands
        .iter()
        .filter_map(apart)
        .fold(0.0, |sum, one| sum + one)
}

fn confusion(topics: &[(String, f64)], judged: &[&Judged]) -> Vec<Confusion> {
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for one in judged {
        let primary = one.labels.first().filter(|label| **label < topics.len());
        if let (Some(&primary), Some(top)) = (primary, one.top()) {
            *counts.entry((primary, top)).or_default() += 1;
        }
    }
    let named = |((primary, top), documents): ((usize, usize), usize)| Confusion {
        primary: topics[primary].0.clone(),
        top: topics[top].0.clone(),
        documents,
    };
    counts.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(language: &str, labels: &[usize], confidences: [f64; 2]) -> Judged {
        Judged {
            language: language.to_owned(),
            labels: labels.to_vec(),
            assigned: confidences.iter().map(|one| *one >= 0.5).collect(),
            confidences: confidences.to_vec(),
        }
    }

    fn met(primary: &str, top: &str, documents: usize) -> Confusion {
        Confusion {
            primary: primary.to_owned(),
            top: top.to_owned(),
            documents,
        }
    }

    #[test]
    fn only_pairs_that_met_are_listed() {
        let topics = ["a", "b"].map(|id| (id.to_owned(), 0.5));
        let documents = [
            judged("ar", &[1], [0.9, 0.1]),
            judged("ar", &[1, 0], [0.8, 0.1]),
            judged("ar", &[0], [0.7, 0.1]),
        ];
        let report = evaluate(&topics, &documents);
        assert_eq!(report.confusion, [met("a", "a", 1), met("b", "a", 2)]);
    }

    #[test]
    fn scores_a_hand_computed_case() {
        let topics = [("a".to_owned(), 0.5), ("b".to_owned(), 0.5)];
        let documents = [
            judged("ar", &[0, 1], [0.95, 0.25]),
            judged("ar", &[1], [0.65, 0.75]),
            judged("en", &[], [0.15, 0.05]),
        ];
        let report = evaluate(&topics, &documents);
        // Three assignments, three labels, two in common.
        assert_eq!(report.overall.micro_f1, Some(2.0 / 3.0));
        assert_eq!(report.topics[0].precision, Some(0.5));
        assert_eq!(report.topics[1].recall, Some(0.5));
        assert_eq!(report.overall.top_is_primary, Some(1.0));
        assert_eq!(report.languages["en"].documents, 1);
        assert_eq!(report.confusion, [met("a", "a", 1), met("b", "b", 1)]);
        // |0.05| + |0.15| + |0.25 - 1| + |0.65| + |0.75 - 1| + |0.95 - 1|, over 6.
        let expected = (0.05 + 0.15 + 0.75 + 0.65 + 0.25 + 0.05) / 6.0;
        assert!((report.expected_calibration_error - expected).abs() < 1e-12);
        let calibration = report.overall.calibration;
        assert!((calibration.all - expected).abs() < 1e-12);
        // Without the two below 0.2, over 4.
        let likely = (0.75 + 0.65 + 0.25 + 0.05) / 4.0;
        assert!((calibration.likely - likely).abs() < 1e-12);
        // |0.95 - 1| + |0.75 - 1| + |0.15|, over 3.
        assert!((calibration.top - 0.15).abs() < 1e-12);
        // |0.95 - 1| + |0.65| + |0.15|, over 3, and of English |0.15| + |0.05|, over 2.
        let first = report.topics[0].expected_calibration_error;
        assert!((first - 0.85 / 3.0).abs() < 1e-12);
        assert!((report.languages["en"].calibration.all - 0.1).abs() < 1e-12);
    }

    #[test]
    fn documents_without_a_topic_should_get_none() {
        let topics = [("a".to_owned(), 0.5), ("b".to_owned(), 0.5)];
        let documents = [
            judged("ar", &[], [0.9, 0.8]),
            judged("ar", &[], [0.1, 0.2]),
            judged("ar", &[1], [0.1, 0.9]),
        ];
        let overall = evaluate(&topics, &documents).overall;
        assert_eq!((overall.unlabelled, overall.unlabelled_assigned), (2, 1));
    }

    #[test]
    fn topics_that_the_model_does_not_have_are_missed() {
        let topics = [("a".to_owned(), 0.5), ("b".to_owned(), 0.5)];
        let documents = [
            judged("ar", &[0], [0.9, 0.1]),
            judged("ar", &[2, 0], [0.9, 0.1]),
            judged("ar", &[2], [0.1, 0.2]),
        ];
        let report = evaluate(&topics, &documents);
        // Two assignments, four labels, two in common.
        assert_eq!(report.overall.micro_f1, Some(2.0 / 3.0));
        assert_eq!(report.overall.top_is_primary, Some(1.0 / 3.0));
        assert_eq!(report.overall.top_is_label, Some(2.0 / 3.0));
        assert_eq!(report.confusion, [met("a", "a", 1)]);
    }

    #[test]
    fn no_document_is_no_error() {
        let topics = [("a".to_owned(), 0.5), ("b".to_owned(), 0.5)];
        let report = evaluate(&topics, &[]);
        assert_eq!(report.overall.documents, 0);
        assert_eq!(report.expected_calibration_error.to_string(), "0");
        // Nor is one that has no topic and gets none: there is nothing to score.
        let quiet = evaluate(&topics, &[judged("en", &[], [0.1, 0.2])]);
        for report in [report, quiet] {
            let Scores {
                micro_f1,
                macro_f1,
                top_is_primary,
                ..
            } = report.overall;
            assert_eq!((micro_f1, macro_f1, top_is_primary), (None, None, None));
            let topic = &report.topics[0];
            assert_eq!(
                (topic.precision, topic.recall, topic.f1),
                (None, None, None)
            );
        }
    }
}
