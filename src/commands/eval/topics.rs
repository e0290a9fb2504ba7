//! `mujaz eval topics`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::ensure;
use mujaz::engine::{AnalysisOptions, Document, Engine};
use mujaz::topic::ClassificationOptions;
use mujaz::topic::metrics::{self, Judged, Report};
use serde::Serialize;

use crate::cli::{EvalTopicsArgs, ReportFormat};
use crate::commands::labelled::{Labelled, Reading};
use crate::commands::{EngineFiles, UNLIMITED, files, plot, report};

/// Scores with what they could not take in.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) bad_lines: usize,
    #[serde(flatten)]
    pub(crate) report: Report,
}

impl Measured {
    /// Makes scores of no document an error: all of them are zero.
    pub(crate) fn require_documents(&self, option: &str) -> anyhow::Result<()> {
        ensure!(
            self.report.overall.documents > 0,
            "{option}: no document to judge, {} bad lines",
            self.bad_lines
        );
        Ok(())
    }
}

/// Scores the topics of the documents of some files.
pub(super) fn run(args: &EvalTopicsArgs) -> anyhow::Result<ExitCode> {
    files::check_readable(&args.data)?;
    if let Some(path) = &args.plot {
        files::check_writable(path)?;
    }
    let engine_files = EngineFiles {
        model: args.model.clone(),
        taxonomy: args.taxonomy.clone(),
    };
    let engine = engine_files.engine(UNLIMITED)?;
    let reading = Reading {
        files: &args.data,
        strict: args.strict,
        group_by: "",
    };
    let measured = measure(&engine, &reading)?;
    measured.require_documents("--data")?;
    if let Some(path) = &args.plot {
        plot::write(path, &measured.report)?;
    }
    let mut out = io::stdout().lock();
    match args.format {
        ReportFormat::Text => report::write_measured(&mut out, &measured)?,
        ReportFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&measured)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Compares the engine's topics with those of readers.
pub(crate) fn measure(engine: &Engine, reading: &Reading<'_>) -> anyhow::Result<Measured> {
    let mut judged = Vec::new();
    let lines = reading.read(|document| {
        judged.push(judge(engine, document)?);
        Ok(())
    })?;
    let topics = &engine.taxonomy().topics;
    let topics: Vec<_> = topics
        .iter()
        .map(|topic| (topic.id.clone(), topic.threshold()))
        .collect();
    Ok(Measured {
        bad_lines: lines.bad,
        report: metrics::evaluate(&topics, &judged),
    })
}

fn judge(engine: &Engine, document: Labelled) -> Result<Judged, String> {
    let position = |id: &String| {
        engine
            .taxonomy()
            .position(id)
            .ok_or_else(|| format!("the model has no topic {id:?}"))
    };
    let labels = document
        .topics
        .iter()
        .map(position)
        .collect::<Result<Vec<_>, _>>()?;
    let options = AnalysisOptions {
        summary: None,
        classification: Some(ClassificationOptions {
            include_unassigned: true,
            ..ClassificationOptions::default()
        }),
    };
    let document = Document {
        title: document.title,
        text: document.text,
        language_code: document.language_code,
        ..Document::default()
    };
    let analysis = engine
        .analyze(&document, &options)
        .map_err(|error| error.to_string())?;
    let topics = engine.taxonomy().topics.len();
    let mut judged = Judged {
        language: analysis.language.code,
        labels,
        confidences: vec![0.0; topics],
        assigned: vec![false; topics],
    };
    for one in analysis.topics.unwrap_or_default() {
        judged.confidences[one.prediction.topic] = one.prediction.confidence;
        judged.assigned[one.prediction.topic] = one.prediction.assigned;
    }
    Ok(judged)
}
