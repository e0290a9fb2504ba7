//! Analyses that run out of time.

use std::cell::Cell;
use std::time::Duration;

use mujaz::engine::{Analysis, AnalysisOptions, Document, Engine, EngineError, Limits, Warning};
use mujaz::pace::{Budget, Pace, Stopped};
use mujaz::summary::{Algorithm, SummaryOptions};

/// Time that is up when it has been looked at so often.
struct Looks {
    left: Cell<usize>,
    time: Duration,
}

impl Looks {
    fn new(most: usize, time: Duration) -> Self {
        let left = Cell::new(most);
        Self { left, time }
    }
}

impl Budget for Looks {
    fn time_left(&self) -> Duration {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        if left == 0 { Duration::ZERO } else { self.time }
    }
}

fn document(sentences: usize) -> Document {
    let sentences: Vec<String> = (0..sentences)
        .map(|at| format!("Thing {} stands near thing {}.", at % 17, at % 23))
        .collect();
    Document {
        text: sentences.join(" "),
        ..Document::default()
    }
}

fn options(algorithm: Algorithm, allow_degraded: bool) -> AnalysisOptions {
    AnalysisOptions {
        summary: Some(SummaryOptions {
            algorithm,
            allow_degraded,
            ..SummaryOptions::default()
        }),
        ..AnalysisOptions::everything()
    }
}

fn without_time(mut analysis: Analysis) -> Analysis {
    analysis.statistics.processing_time = Duration::ZERO;
    analysis
}

#[test]
fn an_analysis_is_stopped_or_whole_wherever_its_time_ends() {
    let engine = Engine::builtin(Limits::default()).expect("sound");
    let document = document(40);
    for algorithm in Algorithm::ALL {
        let options = options(algorithm, false);
        let whole = without_time(engine.analyze(&document, &options).expect("sound"));
        let mut stopped = 0;
        loop {
            let looks = Looks::new(stopped, Duration::MAX);
            match engine.analyze_within(&document, &options, &Pace::within(&looks)) {
                Err(error) => assert_eq!(error, EngineError::Stopped(Stopped)),
                Ok(analysis) => {
                    assert_eq!(without_time(analysis), whole, "{algorithm:?}");
                    break;
                }
            }
            stopped += 1;
        }
        // Once for each sentence while reading, and between the steps.
        assert!(stopped > 40, "{algorithm:?}: {stopped} looks");
    }
}

#[test]
fn long_rankings_look_at_the_time_again_and_again() {
    let engine = Engine::builtin(Limits::default()).expect("sound");
    let document = document(200);
    let looks = |algorithm| {
        let budget = Looks::new(1_000_000, Duration::MAX);
        let done = engine.analyze_within(
            &document,
            &options(algorithm, false),
            &Pace::within(&budget),
        );
        done.expect("time enough");
        1_000_000 - budget.left.get()
    };
    let reading = looks(Algorithm::Lead);
    for (algorithm, least) in [
        (Algorithm::Ranked, 200),
        (Algorithm::LexRank, 200),
        (Algorithm::TextRank, 200),
        (Algorithm::Lsa, 20),
        (Algorithm::KlSum, 50),
    ] {
        let more = looks(algorithm) - reading;
        assert!(more >= least, "{algorithm:?}: {more} looks");
    }
}

#[test]
fn a_cheaper_algorithm_takes_the_place_of_one_without_time_if_allowed() {
    let engine = Engine::builtin(Limits::default()).expect("sound");
    let document = document(40);
    let used = |algorithm, allowed, time| {
        let budget = Looks::new(usize::MAX, time);
        let options = options(algorithm, allowed);
        let done = engine.analyze_within(&document, &options, &Pace::within(&budget));
        let done = done.expect("it is never zero");
        let warned = done
            .warnings
            .contains(&Warning::Degraded { asked: algorithm });
        (done.summary.expect("asked for").algorithm, warned)
    };
    let (little, enough) = (Duration::from_nanos(1), Duration::from_hours(1));
    for asked in Algorithm::ALL {
        let degraded = (Algorithm::Lead, asked != Algorithm::Lead);
        assert_eq!(used(asked, true, little), degraded);
        assert_eq!(used(asked, true, enough), (asked, false));
        assert_eq!(used(asked, false, little), (asked, false));
    }
}
