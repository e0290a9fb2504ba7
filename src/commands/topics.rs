//! `mujaz topics`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use mujaz::engine::LanguageTag;
use mujaz::grpc::{convert, pb};

use super::terminal::one_line;
use super::{EngineFiles, UNLIMITED};
use crate::cli::{OutputFormat, TopicsArgs};

/// Prints the taxonomy.
pub(crate) fn run(args: &TopicsArgs) -> anyhow::Result<ExitCode> {
    let language = LanguageTag::parse(&args.language)
        .with_context(|| format!("--language {:?}", args.language))?
        .into_primary();
    let files = EngineFiles {
        model: args.model.clone(),
        taxonomy: args.taxonomy.clone(),
    };
    let engine = files.engine(UNLIMITED)?;
    let taxonomy = engine.taxonomy();
    let topics: Vec<pb::Topic> = taxonomy
        .topics
        .iter()
        .map(|topic| convert::topic_to_wire(topic, &language))
        .collect();
    let mut out = io::stdout().lock();
    match args.format {
        OutputFormat::Text => {
            for topic in &topics {
                let heading = format!("{} — {}", topic.id, topic.display_name);
                writeln!(out, "{}", one_line(&heading))?;
                let above = match topic.parent_id.as_str() {
                    "" => String::new(),
                    parent => format!(", below {parent}"),
                };
                let threshold = format!("assigned from {:.2} on{above}", topic.threshold);
                let codes = topic.external_codes.join(" ");
                let lines = [&topic.description, &codes, &threshold];
                for line in lines.into_iter().filter(|line| !line.is_empty()) {
                    writeln!(out, "    {}", one_line(line))?;
                }
            }
        }
        OutputFormat::Json => {
            let response = pb::ListTopicsResponse {
                topics,
                taxonomy_version: taxonomy.version.clone(),
            };
            writeln!(out, "{}", serde_json::to_string_pretty(&response)?)?;
        }
        OutputFormat::Jsonl => {
            for topic in &topics {
                writeln!(out, "{}", serde_json::to_string(topic)?)?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
