//! A picture of a report: the reliability diagram, and F1 by topic.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use mujaz::topic::metrics::Report;

/// Side of the diagram, and where it and the bars begin.
const SIDE: f64 = 300.0;
const LEFT: f64 = 60.0;
const TOP: f64 = 50.0;
const BARS_LEFT: f64 = 560.0;
const BAR: f64 = 18.0;

/// Draws a report into a file.
pub(crate) fn write(path: &Path, report: &Report) -> anyhow::Result<()> {
    std::fs::write(path, svg(report)).with_context(|| format!("cannot write {}", path.display()))
}

/// Draws a report as SVG.
fn svg(report: &Report) -> String {
    let rows = u32::try_from(report.topics.len()).map_or(0.0, f64::from);
    let height = (TOP + SIDE).max(TOP + rows * (BAR + 6.0)) + 60.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    diagram(&mut svg, report);
    bars(&mut svg, report);
    svg.push_str("</svg>\n");
    svg
}

// Writing to a string cannot fail, so results of `writeln!` are dropped.

fn diagram(svg: &mut String, report: &Report) {
    let (right, bottom) = (LEFT + SIDE, TOP + SIDE);
    let error = report.expected_calibration_error;
    label(
        svg,
        LEFT,
        TOP - 20.0,
        "start",
        &format!("Reliability (expected calibration error {error:.3})"),
    );
    let _ = writeln!(
        svg,
        "<rect x=\"{LEFT}\" y=\"{TOP}\" width=\"{SIDE}\" height=\"{SIDE}\" fill=\"none\" stroke=\"#999\"/>\n\
         <line x1=\"{LEFT}\" y1=\"{bottom}\" x2=\"{right}\" y2=\"{TOP}\" stroke=\"#999\" stroke-dasharray=\"4\"/>"
    );
    for (value, text) in [(0.0, "0"), (0.5, "0.5"), (1.0, "1")] {
        label(svg, LEFT + SIDE * value, bottom + 16.0, "middle", text);
        label(svg, LEFT - 6.0, bottom - SIDE * value + 4.0, "end", text);
    }
    label(
        svg,
        LEFT + SIDE / 2.0,
        bottom + 36.0,
        "middle",
        "confidence (horizontal), share that is right (vertical)",
    );
    let mut line = String::new();
    for band in report.reliability.iter().filter(|band| band.decisions > 0) {
        let (x, y) = (
            LEFT + SIDE * band.confidence,
            bottom - SIDE * band.frequency,
        );
        let _ = write!(line, "{x:.1},{y:.1} ");
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"#1668b8\"/>"
        );
    }
    let _ = writeln!(
        svg,
        "<polyline points=\"{line}\" fill=\"none\" stroke=\"#1668b8\"/>"
    );
}

fn bars(svg: &mut String, report: &Report) {
    let micro = report.overall.micro_f1;
    label(
        svg,
        BARS_LEFT,
        TOP - 20.0,
        "start",
        &format!("F1 by topic (micro {micro:.3})"),
    );
    let mut y = TOP;
    for topic in &report.topics {
        let width = 250.0 * topic.f1;
        label(
            svg,
            BARS_LEFT - 8.0,
            y + BAR - 5.0,
            "end",
            &escape(&topic.id),
        );
        let _ = writeln!(
            svg,
            "<rect x=\"{BARS_LEFT}\" y=\"{y}\" width=\"{width:.1}\" height=\"{BAR}\" fill=\"#1668b8\"/>"
        );
        label(
            svg,
            BARS_LEFT + width + 6.0,
            y + BAR - 5.0,
            "start",
            &format!("{:.2}", topic.f1),
        );
        y += BAR + 6.0;
    }
}

fn label(svg: &mut String, x: f64, y: f64, anchor: &str, text: &str) {
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>"
    );
}

/// Labels are the user's own words.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
