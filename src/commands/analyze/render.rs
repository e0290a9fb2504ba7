//! An answer for a person at a terminal.
//!
//! Text that runs from right to left is put between direction isolates
//! (UAX #9), so that numbers, bars and sentences stay where they belong, and
//! every line starts with something that runs from left to right. Each line of
//! a text runs as the text does, also one that begins with a foreign word.

mod factors;

use std::io::{self, Write};
use std::time::Duration;

use mujaz::grpc::pb;
use unicode_width::UnicodeWidthChar as _;

use crate::commands::terminal::{column, isolate, isolate_for, one_line, width_of};

/// Width when the terminal's is not known, and the widest that reads well.
const DEFAULT_WIDTH: usize = 80;
const MAX_WIDTH: usize = 100;
/// Cells of the bar of a topic.
const BAR_CELLS: usize = 20;
/// Before the lines of a sentence.
const INDENT: &str = "     ";

/// Writes answers for a person.
pub(super) struct Renderer {
    width: usize,
    color: bool,
}

impl Renderer {
    /// Prepares for standard output, which is a terminal or not.
    pub(super) fn new(terminal: bool) -> Self {
        let columns = terminal_size::terminal_size().map(|(columns, _)| usize::from(columns.0));
        Self {
            width: columns.unwrap_or(DEFAULT_WIDTH).clamp(40, MAX_WIDTH),
            // https://no-color.org
            color: terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    pub(super) fn render(
        &self,
        out: &mut impl Write,
        name: &str,
        document: Option<&pb::Document>,
        response: &pb::AnalyzeDocumentResponse,
    ) -> io::Result<()> {
        let title = document
            .map(|document| document.title.as_str())
            .unwrap_or_default();
        let title = if title.is_empty() { name } else { title };
        for line in lines(title, self.width) {
            writeln!(out, "{}", self.bold(&line))?;
        }
        writeln!(out, "{}", self.dim(&about(response)))?;
        writeln!(out)?;
        if let Some(summary) = &response.summary {
            self.summary(out, summary)?;
            writeln!(out)?;
        }
        self.topics(out, response)?;
        for warning in &response.warnings {
            writeln!(out, "{}", self.dim(&format!("note: {}", warning.message)))?;
        }
        writeln!(out)
    }

    fn summary(&self, out: &mut impl Write, summary: &pb::Summary) -> io::Result<()> {
        for sentence in &summary.sentences {
            let mut label = format!("{:>3}.", sentence.index + 1);
            for line in lines(&sentence.text, self.width - INDENT.len()) {
                writeln!(out, "{} {line}", self.dim(&label))?;
                label = " ".repeat(INDENT.len() - 1);
            }
            for line in factors::lines(sentence, self.width - INDENT.len()) {
                writeln!(out, "{INDENT}{}", self.dim(&line))?;
            }
        }
        Ok(())
    }

    fn topics(
        &self,
        out: &mut impl Write,
        response: &pb::AnalyzeDocumentResponse,
    ) -> io::Result<()> {
        if let Some(reason) = no_topic(response.topic_decision()) {
            writeln!(out, "{reason}")?;
        }
        let widest = response
            .topics
            .iter()
            .map(|topic| width_of(&one_line(&topic.topic_id)))
            .max()
            .unwrap_or(0);
        for topic in &response.topics {
            let id = column(&topic.topic_id, widest);
            let id = if topic.assigned {
                self.bold(&id)
            } else {
                self.dim(&id)
            };
            let line = format!(
                "{id}  {}  {:.2}  {}",
                self.bar(topic),
                topic.confidence,
                evidence(topic)
            );
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    fn bar(&self, topic: &pb::TopicPrediction) -> String {
        let full = cells(topic.confidence);
        let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR_CELLS - full));
        if topic.assigned {
            self.paint("32", &bar)
        } else {
            self.dim(&bar)
        }
    }

    fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    fn dim(&self, text: &str) -> String {
        self.paint("2", text)
    }

    /// Wraps a text in an SGR sequence (ECMA-48).
    fn paint(&self, code: &str, text: &str) -> String {
        if self.color {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// Says why no topic is assigned; nothing if one is.
fn no_topic(decision: pb::TopicDecision) -> Option<&'static str> {
    use pb::TopicDecision as Decision;
    match decision {
        Decision::Unspecified | Decision::Assigned => None,
        Decision::BelowThreshold => Some("no topic: none is likely enough"),
        Decision::TextTooShort => Some("no topic: the text is too short to tell"),
        Decision::LanguageUnsupported => Some("no topic: the language is not supported"),
    }
}

/// One line on the document: language, sizes, time.
fn about(response: &pb::AnalyzeDocumentResponse) -> String {
    let mut parts = Vec::new();
    if let Some(language) = &response.language {
        parts.push(format!("{} {:.2}", language.code, language.confidence));
    }
    if let Some(statistics) = &response.statistics {
        parts.push(format!("{} sentences", statistics.sentences));
        parts.push(format!("{} words", statistics.words));
        if let Some(time) = &statistics.processing_time {
            let time = Duration::try_from(*time).unwrap_or_default();
            parts.push(format!("{:.2} ms", time.as_secs_f64() * 1e3));
        }
    }
    parts.join(" · ")
}

/// Number of full cells of a bar for a probability.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a probability times the cells lies between 0 and the cells"
)]
fn cells(confidence: f64) -> usize {
    ((confidence * BAR_CELLS as f64).round() as usize).min(BAR_CELLS)
}

/// Lists the terms that speak for a topic: without a sign those that speak
/// against it would read as if they did too.
fn evidence(topic: &pb::TopicPrediction) -> String {
    let terms: Vec<String> = topic
        .evidence
        .iter()
        .filter(|evidence| evidence.weight > 0.0)
        .map(|evidence| {
            let text = one_line(&evidence.matched_text);
            isolate(&text, isolate_for(&text))
        })
        .collect();
    terms.join(" · ")
}

/// Returns the lines of a text of at most `width` cells.
fn lines(text: &str, width: usize) -> impl Iterator<Item = String> {
    let opening = isolate_for(text);
    let lines = wrap(text, width).into_iter();
    lines.map(move |line| isolate(&line, opening))
}

/// Breaks a text into lines of at most `width` cells, at spaces where it can.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in one_line(text).split(' ') {
        for piece in pieces(word, width) {
            if !line.is_empty() && width_of(&line) + 1 + width_of(&piece) > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&piece);
        }
    }
    lines.push(line);
    lines
}

/// Cuts a word that is wider than a line, as all of Chinese is.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if width_of(word) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let cells = c.width().unwrap_or(0);
        if used + cells > width {
            pieces.push(String::new());
            used = 0;
        }
        used += cells;
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_speak_against_a_topic_are_no_reasons_for_it() {
        let term = |text: &str, weight| pb::Evidence {
            matched_text: text.to_owned(),
            weight,
            ..pb::Evidence::default()
        };
        let topic = pb::TopicPrediction {
            evidence: vec![term("bank", 2.0), term("match", -1.0), term("rate", 0.5)],
            ..pb::TopicPrediction::default()
        };
        assert_eq!(evidence(&topic), "bank · rate");
    }

    #[test]
    fn wraps_at_spaces_and_cuts_what_has_none() {
        assert_eq!(wrap("aa bb cc", 5), ["aa bb", "cc"]);
        assert_eq!(wrap("中文新闻", 4), ["中文", "新闻"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn isolates_what_runs_from_right_to_left() {
        let isolated = |text| lines(text, 9).collect::<Vec<_>>();
        assert_eq!(isolated("text"), ["text"]);
        assert_eq!(isolated("نص"), ["\u{2067}نص\u{2069}"]);
        assert_eq!(isolated("UN مجلس"), ["\u{2066}UN مجلس\u{2069}"]);
    }

    /// A line that begins with a foreign word, or holds none of its own.
    #[test]
    fn all_lines_of_a_text_run_as_the_text_does() {
        let lines: Vec<_> = lines("«خرائط (Maps)، 2000».", 10).collect();
        let expected = ["«خرائط", "(Maps)،", "2000»."];
        let expected = expected.map(|line| format!("\u{2067}{line}\u{2069}"));
        assert_eq!(lines, expected);
    }
}
