//! What can be typed about the log.

use std::str::FromStr;

use serde::Deserialize;
use tracing_subscriber::filter::{LevelFilter, Targets};

/// Logs the status of a message that could not be read, which names what is
/// wrong with it for its sender: members of a request, that may be its text.
const QUOTES: &str = "tonic::codec::decode";

/// Levels that a line must have to be written, of the whole program and of
/// single modules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct LogFilter {
    level: LevelFilter,
    modules: Vec<(String, LevelFilter)>,
}

impl LogFilter {
    pub(crate) fn targets(&self) -> Targets {
        Targets::new()
            .with_default(self.level)
            .with_targets(self.modules.iter().cloned())
            .with_target(QUOTES, LevelFilter::OFF)
    }
}

impl Default for LogFilter {
    fn default() -> Self {
        Self {
            level: LevelFilter::INFO,
            modules: Vec::new(),
        }
    }
}

impl FromStr for LogFilter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut filter = Self {
            level: LevelFilter::OFF,
            modules: Vec::new(),
        };
        for part in text.split(',').map(str::trim) {
            match part.split_once('=') {
                None => filter.level = level(part)?,
                Some((module, of_module)) if is_module(module) => {
                    filter.modules.push((module.to_owned(), level(of_module)?));
                }
                Some(_) => return Err(format!("{part:?} names no module")),
            }
        }
        Ok(filter)
    }
}

impl TryFrom<String> for LogFilter {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// Reads the name of a level; numbers stand for levels elsewhere.
fn level(name: &str) -> Result<LevelFilter, String> {
    let named = Some(name).filter(|name| name.starts_with(|one: char| one.is_ascii_alphabetic()));
    named
        .and_then(|name| name.parse().ok())
        .ok_or_else(|| format!("{name:?} is not off, error, warn, info, debug or trace"))
}

fn is_module(name: &str) -> bool {
    let allowed = |one: char| one.is_alphanumeric() || "_:-.".contains(one);
    !name.is_empty() && name.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<LogFilter, String> {
        text.parse()
    }

    #[test]
    fn levels_are_those_that_are_named() {
        let quiet = |level| LogFilter {
            level,
            modules: Vec::new(),
        };
        assert_eq!(read("info"), Ok(LogFilter::default()));
        assert_eq!(read("WARN"), Ok(quiet(LevelFilter::WARN)));
        assert_eq!(read("off"), Ok(quiet(LevelFilter::OFF)));
        let modules = vec![
            ("mujaz::server".to_owned(), LevelFilter::DEBUG),
            ("h2".to_owned(), LevelFilter::OFF),
        ];
        let level = LevelFilter::INFO;
        let expected = LogFilter { level, modules };
        assert_eq!(read("info, mujaz::server=debug,h2=off"), Ok(expected));
    }

    #[test]
    fn what_is_no_level_is_refused() {
        for text in [
            "", "warning", "bogus", "3", "info,", "mujaz", "mujaz=", "mujaz=loud", "=info",
            "a=b=c", "mujaz[call]=info", "info,[{language=ar}]=debug",
        ] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }
}
