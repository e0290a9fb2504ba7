//! Scores as tables for a person.

use std::io::{self, Write};

use mujaz::topic::metrics::{Report, Scores};

use super::eval::{Measured, UnknownLabels};
use super::terminal::{column, enumerated, quoted};

/// Confusions that are listed, the most frequent.
const MOST_CONFUSIONS: usize = 10;
/// Cells of the first column, which most labels fit.
const LABEL_CELLS: usize = 22;

/// Writes how much was measured, and all tables of the report.
pub(crate) fn write_measured(out: &mut impl Write, measured: &Measured) -> io::Result<()> {
    let Measured {
        bad_lines,
        unknown_labels,
        report,
    } = measured;
    let documents = report.overall.documents;
    writeln!(out, "{documents} documents judged, {bad_lines} bad lines")?;
    if unknown_labels.documents > 0 {
        let UnknownLabels {
            documents,
            labels,
            first,
        } = unknown_labels;
        let names = enumerated(first.iter().map(|label| quoted(label)), *labels);
        writeln!(
            out,
            "{documents} of them have some of {labels} labels that the model does not know, which \
             are misses: {names}"
        )?;
    }
    writeln!(out)?;
    write_text(out, report)
}

/// Writes all tables of a report.
pub(crate) fn write_text(out: &mut impl Write, report: &Report) -> io::Result<()> {
    writeln!(
        out,
        "{:<LABEL_CELLS$} documents  micro F1  macro F1  top=primary  top in labels     ECE  ECE>=0.2  ECE top",
        ""
    )?;
    write_scores(out, "all", &report.overall)?;
    for (language, scores) in &report.languages {
        write_scores(out, language, scores)?;
    }
    let Scores {
        unlabelled,
        unlabelled_assigned,
        ..
    } = report.overall;
    if unlabelled > 0 {
        writeln!(
            out,
            "\n{unlabelled} documents have no topic, {unlabelled_assigned} of them got one"
        )?;
    }
    writeln!(
        out,
        "\n{:<LABEL_CELLS$} documents  precision  recall     F1  threshold     ECE",
        "topic"
    )?;
    for topic in &report.topics {
        writeln!(
            out,
            "{} {:>9}  {:>9}  {:>6}  {:>5}  {:>9.3}  {:>6.4}",
            column(&topic.id, LABEL_CELLS),
            topic.documents,
            share(topic.precision),
            share(topic.recall),
            share(topic.f1),
            topic.threshold,
            topic.expected_calibration_error
        )?;
    }
    write_reliability(out, report)?;
    write_confusions(out, report)
}

/// Writes a mean with its interval; what rounds to zero has no sign.
pub(super) fn interval(mean: f64, low: f64, high: f64) -> String {
    let [mean, low, high] = [mean, low, high].map(|value| (10.0 * value).round() / 10.0 + 0.0);
    format!("{mean:.1} [{low:.1}, {high:.1}]")
}

/// Writes a share, or that there is nothing to take it of.
pub(super) fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"))
}

fn write_scores(out: &mut impl Write, name: &str, scores: &Scores) -> io::Result<()> {
    writeln!(
        out,
        "{name:<LABEL_CELLS$} {:>9}  {:>8}  {:>8}  {:>11}  {:>13}  {:>6.4}  {:>8.4}  {:>7.4}",
        scores.documents,
        share(scores.micro_f1),
        share(scores.macro_f1),
        share(scores.top_is_primary),
        share(scores.top_is_label),
        scores.calibration.all,
        scores.calibration.likely,
        scores.calibration.top
    )
}

fn write_reliability(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let error = report.expected_calibration_error;
    writeln!(out, "\nexpected calibration error (ECE) {error:.4}")?;
    writeln!(
        out,
        "{:<LABEL_CELLS$} decisions  frequency",
        "mean confidence"
    )?;
    for band in report.reliability.iter().filter(|band| band.decisions > 0) {
        writeln!(
            out,
            "{:<LABEL_CELLS$.3} {:>9}  {:>9.3}",
            band.confidence, band.decisions, band.frequency
        )?;
    }
    Ok(())
}

fn write_confusions(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let wrong = report.confusion.iter();
    let mut wrong: Vec<_> = wrong.filter(|one| one.primary != one.top).collect();
    // The sort is stable: equal counts stay in the order of the topics.
    wrong.sort_by_key(|one| std::cmp::Reverse(one.documents));
    writeln!(
        out,
        "\n{:<LABEL_CELLS$} {:<LABEL_CELLS$} documents",
        "primary", "top topic instead"
    )?;
    for one in wrong.into_iter().take(MOST_CONFUSIONS) {
        writeln!(
            out,
            "{} {} {:>9}",
            column(&one.primary, LABEL_CELLS),
            column(&one.top, LABEL_CELLS),
            one.documents
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(interval(-0.04, -1.26, 0.0), "0.0 [-1.3, 0.0]");
        assert_eq!(
            (share(None), share(Some(0.25))),
            ("–".to_owned(), "0.250".to_owned())
        );
    }
}
