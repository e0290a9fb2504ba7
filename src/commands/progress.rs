//! Progress on standard error, for a person who waits.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressStyle};

/// Starts a bar over the bytes of what is read, or a count of them where their
/// number is not known.
pub(super) fn bytes(total: Option<u64>) -> ProgressBar {
    match total {
        Some(total) => bar(
            ProgressBar::new(total),
            "{bar:40} {percent}% {bytes}/{total_bytes} {bytes_per_sec} {eta}",
        ),
        None => bar(
            ProgressBar::new_spinner(),
            "{spinner} {bytes} {bytes_per_sec}",
        ),
    }
}

/// Gives a bar its looks; it is seen only where standard error is a terminal.
pub(super) fn bar(bar: ProgressBar, template: &str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template);
    // A template that cannot be read would only cost the bar its looks.
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
