//! What Linux says of this process; nothing elsewhere.

use std::fs;

/// Unit of times in `/proc`: the kernel gives them in hundredths of a second
/// on every architecture.
const TICKS_PER_SECOND: f64 = 100.0;

/// Figures of this process.
#[derive(Debug, PartialEq)]
pub(super) struct ProcessFigures {
    pub(super) cpu_seconds: f64,
    pub(super) resident_bytes: u64,
    /// Unix time in seconds.
    pub(super) started: f64,
    pub(super) open_files: usize,
    pub(super) threads: u64,
}

impl ProcessFigures {
    /// Looks them up.
    pub(super) fn look() -> Option<Self> {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        let system = fs::read_to_string("/proc/stat").ok()?;
        let booted = system
            .lines()
            .find_map(|line| line.strip_prefix("btime "))?;
        let open_files = fs::read_dir("/proc/self/fd").ok()?.count();
        let page_bytes = u64::try_from(rustix::param::page_size()).ok()?;
        Self::read(&stat, booted.trim().parse().ok()?, page_bytes, open_files)
    }

    /// Reads the fields of `proc_pid_stat(5)` after the name, which may hold
    /// blanks and parentheses itself.
    fn read(stat: &str, booted: f64, page_bytes: u64, open_files: usize) -> Option<Self> {
        let (_, fields) = stat.rsplit_once(')')?;
        let fields: Vec<&str> = fields.split_whitespace().collect();
        // The third field of the manual is the first after the name.
        let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
        #[expect(clippy::cast_precision_loss, reason = "ticks are far below 2⁵³")]
        let seconds = |ticks: u64| ticks as f64 / TICKS_PER_SECOND;
        Some(Self {
            cpu_seconds: seconds(field(14)? + field(15)?),
            threads: field(20)?,
            started: booted + seconds(field(22)?),
            resident_bytes: field(24)? * page_bytes,
            open_files,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_fields_behind_any_name() {
        let stat = "7 (a) b) S 1 7 7 0 -1 0 10 0 0 0 150 50 0 0 20 0 4 0 1000 9999 25 0";
        let figures = ProcessFigures::read(stat, 100.0, 4096, 3);
        assert_eq!(
            figures,
            Some(ProcessFigures {
                cpu_seconds: 2.0,
                resident_bytes: 25 * 4096,
                started: 110.0,
                open_files: 3,
                threads: 4,
            })
        );
        assert_eq!(ProcessFigures::read("7 (a) S", 0.0, 4096, 0), None);
    }
}
