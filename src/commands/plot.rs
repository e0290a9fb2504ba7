//! A picture of a report: the reliability diagram, and F1 by topic.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use mujaz::topic::metrics::{Band, Report, TopicScores};

use super::files;
use super::lines::STANDARD_INPUT;
use super::report::share;
use super::terminal::{isolate, isolate_for, one_line, shortened};

/// Side of the diagram, and where it and the bars begin.
const SIDE: f64 = 300.0;
const LEFT: f64 = 60.0;
const TOP: f64 = 74.0;
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

/// Columns of the heading.
const HEADING_COLUMNS: usize = 100;
/// Size of the digits beside a point, which tells whether two numbers meet.
const DIGIT: f64 = 7.0;
const LINE: f64 = 12.0;

/// Draws a report into a file; the heading says which documents it is about.
pub(crate) fn write(path: &Path, documents: &str, report: &Report) -> anyhow::Result<()> {
    files::write(path, svg(documents, report).as_bytes())
}

/// Names files as the documents of a picture.
pub(crate) fn names(files: &[PathBuf]) -> String {
    let name = |file: &PathBuf| match file.file_name() {
        _ if file == STANDARD_INPUT => "standard input".to_owned(),
        name => name.unwrap_or(file.as_os_str()).display().to_string(),
    };
    files.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Draws a report as SVG.
fn svg(documents: &str, report: &Report) -> String {
    let topics = most_frequent(&report.topics);
    let rows = u32::try_from(topics.len() + 1).map_or(0.0, f64::from);
    let height = (TOP + SIDE).max(TOP + rows * ROW) + 60.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"940\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    heading(&mut svg, documents, report.overall.documents);
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

fn heading(svg: &mut String, documents: &str, count: usize) {
    let documents = shortened(&one_line(documents), HEADING_COLUMNS);
    let documents = isolate(&documents, isolate_for(&documents));
    let heading = format!("{documents}: {count} documents");
    label(svg, LEFT, TOP - 48.0, "start", &heading);
}

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
    let mut taken = Vec::new();
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
        let decisions = band.decisions.to_string();
        if let Some((x, y)) = free_place(&mut taken, (x, y), radius, decisions.len()) {
            label(svg, x, y, "start", &decisions);
        }
    }
    let _ = writeln!(
        svg,
        "<polyline points=\"{line}\" fill=\"none\" stroke=\"#1668b8\"/>"
    );
}

/// A number in the picture: where it begins and where it ends, across and down.
type Place = [(f64, f64); 2];

/// Finds where the number of a point runs into none of those before it: below
/// and to the right, which is clear of the line when that is near the diagonal,
/// else above or to the left. Without such a place the number is left out.
fn free_place(
    taken: &mut Vec<Place>,
    (x, y): (f64, f64),
    radius: f64,
    digits: usize,
) -> Option<(f64, f64)> {
    let width = DIGIT * u32::try_from(digits).map_or(0.0, f64::from);
    let (right, left) = (x + radius + 2.0, x - radius - 2.0 - width);
    // Within the frame of the numbers of the axis.
    let below = (y + radius + 6.0).min(TOP + SIDE - 4.0);
    let above = (y - radius).max(TOP + LINE);
    let meet = |[across, down]: &Place, [other_across, other_down]: &Place| {
        let overlap = |a: &(f64, f64), b: &(f64, f64)| a.0 < b.1 && b.0 < a.1;
        overlap(across, other_across) && overlap(down, other_down)
    };
    for (x, y) in [(right, below), (left, above), (right, above), (left, below)] {
        let place = [(x, x + width), (y - LINE, y)];
        if x >= LEFT && !taken.iter().any(|other| meet(&place, other)) {
            taken.push(place);
            return Some((x, y));
        }
    }
    None
}

fn bars(svg: &mut String, report: &Report, topics: &[&TopicScores]) {
    let micro = share(report.overall.micro_f1);
    let title = format!("F1 by topic (micro {micro})");
    label(svg, BARS_LEFT, TOP - 20.0, "start", &title);
    let mut y = TOP;
    for topic in topics {
        let width = 250.0 * topic.f1.unwrap_or_default();
        let base = y + BAR - 5.0;
        topic_label(svg, BARS_LEFT - 8.0, base, &topic.id);
        let _ = writeln!(
            svg,
            "<rect x=\"{BARS_LEFT}\" y=\"{y}\" width=\"{width:.1}\" height=\"{BAR}\" fill=\"#1668b8\"/>"
        );
        let f1 = share(topic.f1);
        label(svg, BARS_LEFT + width + 6.0, base, "start", &f1);
        y += ROW;
    }
    let more = report.topics.len() - topics.len();
    if more > 0 {
        let note = format!("and {more} more topics with fewer documents");
        label(svg, BARS_LEFT, y + BAR - 5.0, "start", &note);
    }
}

/// Writes what fits of an id, with the whole of it for a pointer that rests
/// there. An isolate runs as the id does, so that it is cut at its end as read.
fn topic_label(svg: &mut String, x: f64, y: f64, id: &str) {
    let short = shortened(id, LABEL_COLUMNS);
    let title = if short == id {
        String::new()
    } else {
        format!("<title>{}</title>", escape(id))
    };
    let short = escape(&isolate(&short, isolate_for(&short)));
    text(svg, x, y, "end", &(title + &short));
}

fn label(svg: &mut String, x: f64, y: f64, anchor: &str, words: &str) {
    text(svg, x, y, anchor, &escape(words));
}

fn text(svg: &mut String, x: f64, y: f64, anchor: &str, content: &str) {
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{content}</text>"
    );
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
        let drawn = svg("x", &report(&ids));
        assert!(
            drawn.contains(">a\u{fffd}\u{fffd}b\u{fffd}</text>"),
            "{drawn}"
        );
        assert!(drawn.contains(">&lt;c> &amp; d</text>"), "{drawn}");
        let control = |c: char| c.is_control() && c != '\n';
        assert!(!drawn.contains(control), "{drawn}");
    }

    #[test]
    fn of_many_topics_the_most_frequent_are_drawn() {
        let ids: Vec<String> = (0..120).map(|at| format!("t{at}")).collect();
        let drawn = svg("x", &report(&ids));
        assert!(drawn.contains("and 70 more topics"), "{drawn}");
        assert!(drawn.contains(">t119<") && drawn.contains(">t70<") && !drawn.contains(">t69<"));
        assert!(drawn.contains("height=\"1358\""), "{drawn}");
    }

    #[test]
    fn points_say_how_many_decisions_they_stand_for() {
        let ids = ["a", "b"].map(str::to_owned);
        let drawn = svg("x", &report(&ids));
        // Three documents and two topics: three decisions are sure, three not.
        assert_eq!(drawn.matches("r=\"10.0\"").count(), 2, "{drawn}");
        assert_eq!(drawn.matches(">3</text>").count(), 2, "{drawn}");
    }

    #[test]
    fn what_is_cut_is_there_as_a_whole_and_reads_to_its_end() {
        let ids = ["local government and planning", "sport"].map(str::to_owned);
        let drawn = svg("x", &report(&ids));
        let whole = "<title>local government and planning</title>local government and pl…</text>";
        assert!(drawn.contains(whole), "{drawn}");
        assert_eq!(drawn.matches("<title>").count(), 1);
        let ids = ["الطاقة المتجددة والبيئة والمناخ".to_owned()];
        let drawn = svg("x", &report(&ids));
        assert!(drawn.contains("</title>\u{2067}الطاقة"), "{drawn}");
        assert!(drawn.contains("…\u{2069}</text>"), "{drawn}");
    }

    #[test]
    fn the_heading_says_which_documents_it_is_about() {
        let files = ["a/dev & more.jsonl", "-"].map(PathBuf::from);
        let drawn = svg(&names(&files), &report(&["a".to_owned(), "b".to_owned()]));
        let heading = ">dev &amp; more.jsonl, standard input: 3 documents</text>";
        assert!(drawn.contains(heading), "{drawn}");
    }

    #[test]
    fn numbers_of_points_do_not_meet() {
        let mut taken = Vec::new();
        let places: Vec<_> = (0..6)
            .filter_map(|_| free_place(&mut taken, (200.0, 200.0), 3.0, 5))
            .collect();
        assert_eq!(places.len(), 4, "around one point: {places:?}");
        assert!(free_place(&mut taken, (300.0, 200.0), 3.0, 5).is_some());
        let at_the_edge = free_place(&mut Vec::new(), (LEFT, TOP + SIDE), 3.0, 1);
        assert_eq!(at_the_edge, Some((LEFT + 5.0, TOP + SIDE - 4.0)));
    }
}
