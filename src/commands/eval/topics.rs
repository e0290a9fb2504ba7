//! `mujaz eval topics`.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anyhow::ensure;
use mujaz::engine::{AnalysisOptions, Document, Engine};
use mujaz::topic::ClassificationOptions;
use mujaz::topic::metrics::{self, Judged, Report};
use serde::Serialize;

use crate::cli::{EvalTopicsArgs, ReportFormat};
use crate::commands::labelled::{Labelled, Reading};
use crate::commands::terminal::MOST_NAMED;
use crate::commands::{EngineFiles, UNLIMITED, files, plot, report};

/// Scores with what they could not take in.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) bad_lines: usize,
    pub(crate) unknown_labels: UnknownLabels,
    #[serde(flatten)]
    pub(crate) report: Report,
}

/// Labels that the model does not have: it misses each of them, as leaving
/// their documents out would flatter it.
#[derive(Debug, Serialize)]
pub(crate) struct UnknownLabels {
    /// Documents that have any.
    pub(crate) documents: usize,
    /// Different ones.
    pub(crate) labels: usize,
    /// The first of them in alphabetical order.
    pub(crate) first: Vec<String>,
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
    let read = [
        files::named("--data", &args.data),
        files::named("--model", &args.model),
        files::named("--taxonomy", &args.taxonomy),
    ];
    files::check_distinct(&read.concat(), &files::named("--plot", &args.plot))?;
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
        group_by: None,
    };
    let measured = measure(&engine, &reading)?;
    measured.require_documents("--data")?;
    if let Some(path) = &args.plot {
        plot::write(path, &plot::names(&args.data), &measured.report)?;
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
    let taxonomy = engine.taxonomy();
    let mut judged = Vec::new();
    let mut unknown = BTreeSet::new();
    let mut documents = 0;
    let lines = reading.read(|mut document| {
        let mut labels = std::mem::take(&mut document.topics);
        judged.push(judge(engine, document, &labels)?);
        labels.retain(|label| taxonomy.position(label).is_none());
        documents += usize::from(!labels.is_empty());
        unknown.extend(labels);
        Ok(())
    })?;
    let topics = taxonomy.topics.iter();
    let topics: Vec<_> = topics
        .map(|topic| (topic.id.clone(), topic.threshold()))
        .collect();
    Ok(Measured {
        bad_lines: lines.bad,
        unknown_labels: UnknownLabels {
            documents,
            labels: unknown.len(),
            first: unknown.into_iter().take(MOST_NAMED).collect(),
        },
        report: metrics::evaluate(&topics, &judged),
    })
}

fn judge(engine: &Engine, document: Labelled, labels: &[String]) -> Result<Judged, String> {
    let topics = engine.taxonomy().topics.len();
    let position = |label: &String| engine.taxonomy().position(label).unwrap_or(topics);
    let labels = labels.iter().map(position).collect();
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
