//! `mujaz eval topics`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use mujaz::engine::{AnalysisOptions, Document, Engine};
use mujaz::topic::ClassificationOptions;
use mujaz::topic::metrics::{self, Judged, Report};

use crate::cli::{EvalTopicsArgs, ReportFormat};
use crate::commands::labelled::{Labelled, Reading};
use crate::commands::lines::Lines;
use crate::commands::{UNLIMITED, engine, plot, report};

/// Scores the topics of the documents of some files.
pub(super) fn run(args: &EvalTopicsArgs) -> anyhow::Result<ExitCode> {
    let engine = engine(args.model.as_deref(), UNLIMITED)?;
    let reading = Reading {
        files: &args.data,
        strict: args.strict,
        group_by: "",
    };
    let (report, _) = measure(&engine, &reading)?;
    if let Some(path) = &args.plot {
        std::fs::write(path, plot::svg(&report))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    let mut out = io::stdout().lock();
    match args.format {
        ReportFormat::Text => report::write_text(&mut out, &report)?,
        ReportFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Compares the engine's topics with those of readers.
pub(crate) fn measure(engine: &Engine, reading: &Reading<'_>) -> anyhow::Result<(Report, Lines)> {
    let mut judged = Vec::new();
    let lines = reading.read(|document| {
        judged.push(judge(engine, document)?);
        Ok(())
    })?;
    let topics = &engine.taxonomy().topics;
    let topics: Vec<_> = topics
        .iter()
        .map(|topic| (topic.id.clone(), topic.threshold))
        .collect();
    Ok((metrics::evaluate(&topics, &judged), lines))
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
