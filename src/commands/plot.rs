//! A picture of a report: the reliability diagram, and F1 by topic.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use mujaz::topic::metrics::{Band, Report, TopicScores};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Side of the diagram, and where it and the bars begin.
const SIDE: f64 = 300.0;
const LEFT: f64 = 60.0;
const TOP: f64 = 50.0;
const BARS_LEFT: f64 = 600.0;
const BAR: f64 = 18.0;
const ROW: f64 = BAR + 6.0;
/// Most topics that have a bar: more make a picture that no screen shows.
const MOST_TOPICS: usize = 50;
/// Columns of the longest label that stays clear of the diagram.
const LABEL_COLUMNS: usize = 24;
/// Radius of the point that has most decisions, and of one that has none: its
/// area grows with their share.
const LARGEST_POINT: f64 = 10.0;
const SMALLEST_POINT: f64 = 3.0;

/// Draws a report into a file.
pub(crate) fn write(path: &Path, report: &Report) -> anyhow::Result<()> {
    std::fs::write(path, svg(report)).with_context(|| format!("cannot write {}", path.display()))
}

/// Draws a report as SVG.
fn svg(report: &Report) -> String {
    let topics = most_frequent(&report.topics);
    let rows = u32::try_from(topics.len() + 1).map_or(0.0, f64::from);
    let height = (TOP + SIDE).max(TOP + rows * ROW) + 60.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"940\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    axes(&mut svg, report.expected_calibration_error);
    points(&mut svg, &report.reliability);
    bars(&mut svg, report, &topics);
    svg.push_str("</svg>\n");
    svg
}

/// Chooses the topics that most documents have, in the order of the report.
fn most_frequent(topics: &[TopicScores]) -> Vec<&TopicScores> {
    let mut order: Vec<usize> = (0..topics.len()).collect();
    // The sort is stable: of equal counts the earlier topic stays.
    order.sort_by_key(|&at| std::cmp::Reverse(topics[at].documents));
    order.truncate(MOST_TOPICS);
    order.sort_unstable();
    order.into_iter().map(|at| &topics[at]).collect()
}

// Writing to a string cannot fail, so results of `writeln!` are dropped.

fn axes(svg: &mut String, error: f64) {
    let (right, bottom) = (LEFT + SIDE, TOP + SIDE);
    let title = format!("Reliability (expected calibration error {error:.3})");
    label(svg, LEFT, TOP - 20.0, "start", &title);
    let _ = writeln!(
        svg,
        "<rect x=\"{LEFT}\" y=\"{TOP}\" width=\"{SIDE}\" height=\"{SIDE}\" fill=\"none\" stroke=\"#999\"/>\n\
         <line x1=\"{LEFT}\" y1=\"{bottom}\" x2=\"{right}\" y2=\"{TOP}\" stroke=\"#999\" stroke-dasharray=\"4\"/>"
    );
    for (value, text) in [(0.0, "0"), (0.5, "0.5"), (1.0, "1")] {
        label(svg, LEFT + SIDE * value, bottom + 16.0, "middle", text);
        label(svg, LEFT - 6.0, bottom - SIDE * value + 4.0, "end", text);
    }
    for (below, text) in [
        (
            36.0,
            "confidence (horizontal), share that is right (vertical)",
        ),
        (52.0, "area of a point and number beside it: decisions"),
    ] {
        label(svg, LEFT + SIDE / 2.0, bottom + below, "middle", text);
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn points(svg: &mut String, bands: &[Band]) {
    let most = bands.iter().map(|band| band.decisions).max().unwrap_or(0) as f64;
    let mut line = String::new();
    for band in bands.iter().filter(|band| band.decisions > 0) {
        let (x, y) = (
            LEFT + SIDE * band.confidence,
            TOP + SIDE * (1.0 - band.frequency),
        );
        let radius = LARGEST_POINT * (band.decisions as f64 / most).sqrt();
        let radius = radius.max(SMALLEST_POINT);
        let _ = write!(line, "{x:.1},{y:.1} ");
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"#1668b8\"/>"
        );
        // Below and to the right is clear of the line when it is near the
        // diagonal, and within the frame of the numbers of the axis.
        let decisions = band.decisions.to_string();
        let below = (y + radius + 6.0).min(TOP + SIDE - 4.0);
        label(svg, x + radius + 2.0, below, "start", &decisions);
    }
    let _ = writeln!(
        svg,
        "<polyline points=\"{line}\" fill=\"none\" stroke=\"#1668b8\"/>"
    );
}

fn bars(svg: &mut String, report: &Report, topics: &[&TopicScores]) {
    let title = format!("F1 by topic (micro {:.3})", report.overall.micro_f1);
    label(svg, BARS_LEFT, TOP - 20.0, "start", &title);
    let mut y = TOP;
    for topic in topics {
        let width = 250.0 * topic.f1;
        let base = y + BAR - 5.0;
        label(svg, BARS_LEFT - 8.0, base, "end", &shortened(&topic.id));
        let _ = writeln!(
            svg,
            "<rect x=\"{BARS_LEFT}\" y=\"{y}\" width=\"{width:.1}\" height=\"{BAR}\" fill=\"#1668b8\"/>"
        );
        let f1 = format!("{:.2}", topic.f1);
        label(svg, BARS_LEFT + width + 6.0, base, "start", &f1);
        y += ROW;
    }
    let more = report.topics.len() - topics.len();
    if more > 0 {
        let note = format!("and {more} more topics with fewer documents");
        label(svg, BARS_LEFT, y + BAR - 5.0, "start", &note);
    }
}

fn label(svg: &mut String, x: f64, y: f64, anchor: &str, text: &str) {
    let text = escape(text);
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>"
    );
}

/// Cuts a text to the columns of a label.
fn shortened(text: &str) -> String {
    if text.width() <= LABEL_COLUMNS {
        return text.to_owned();
    }
    let mut columns = 1;
    let fits = |c: &char| {
        columns += c.width().unwrap_or(0);
        columns <= LABEL_COLUMNS
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

/// Labels are the user's own words, and XML has no way to say some characters.
fn escape(text: &str) -> String {
    let unsayable = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let text = text.replace(unsayable, "\u{fffd}");
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use mujaz::topic::metrics::{Judged, evaluate};

    use super::*;

    /// Makes a report in which each topic has one document more than the one
    /// before it.
    fn report(ids: &[String]) -> Report {
        let topics: Vec<_> = ids.iter().map(|id| (id.clone(), 0.5)).collect();
        let numbers = (0..ids.len()).flat_map(|topic| vec![topic; topic + 1]);
        let judged = numbers.map(|label| Judged {
            language: "en".to_owned(),
            labels: vec![label],
            confidences: (0..ids.len())
                .map(|at| f64::from(u8::from(at == label)))
                .collect(),
            assigned: (0..ids.len()).map(|at| at == label).collect(),
        });
        evaluate(&topics, &judged.collect::<Vec<_>>())
    }

    #[test]
    fn every_label_can_be_said_in_xml() {
        let ids = ["a\u{1}\tb\u{ffff}", "<c> & d"].map(str::to_owned);
        let drawn = svg(&report(&ids));
        assert!(
            drawn.contains(">a\u{fffd}\u{fffd}b\u{fffd}</text>"),
            "{drawn}"
        );
        assert!(drawn.contains(">&lt;c> &amp; d</text>"), "{drawn}");
        let control = |c: char| c.is_control() && c != '\n';
        assert!(!drawn.contains(control), "{drawn}");
    }

    #[test]
    fn long_labels_are_cut_by_what_they_take_on_paper() {
        assert_eq!(shortened("science-technology"), "science-technology");
        let long = "local government and planning";
        assert_eq!(shortened(long), "local government and pl…");
        assert_eq!(shortened(&"議".repeat(30)), format!("{}…", "議".repeat(11)));
        assert_eq!(
            shortened("a word that ends at the cut"),
            "a word that ends at the…"
        );
    }

    #[test]
    fn of_many_topics_the_most_frequent_are_drawn() {
        let ids: Vec<String> = (0..120).map(|at| format!("t{at}")).collect();
        let drawn = svg(&report(&ids));
        assert!(drawn.contains("and 70 more topics"), "{drawn}");
        assert!(drawn.contains(">t119<") && drawn.contains(">t70<") && !drawn.contains(">t69<"));
        assert!(drawn.contains("height=\"1334\""), "{drawn}");
    }

    #[test]
    fn points_say_how_many_decisions_they_stand_for() {
        let ids = ["a", "b"].map(str::to_owned);
        let drawn = svg(&report(&ids));
        // Three documents and two topics: three decisions are sure, three not.
        assert_eq!(drawn.matches("r=\"10.0\"").count(), 2, "{drawn}");
        assert_eq!(drawn.matches(">3</text>").count(), 2, "{drawn}");
    }
}
