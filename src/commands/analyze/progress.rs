//! The progress bar, for a person who waits.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::InputFormat;

/// Starts a bar over the bytes of the input, on standard error and only when
/// that is a terminal and answers go elsewhere.
pub(super) fn start(input: InputFormat, total_bytes: Option<u64>) -> ProgressBar {
    let wanted = input == InputFormat::Jsonl && !io::stdout().is_terminal();
    if !wanted || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match total_bytes {
        Some(total) => (
            ProgressBar::new(total),
            "{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}",
        ),
        None => (
            ProgressBar::new_spinner(),
            "{spinner} {bytes} {bytes_per_sec}",
        ),
    };
    // A template that cannot be read would only cost the bar its looks.
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style)
}
