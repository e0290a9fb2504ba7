//! `mujaz train`: labelled documents in, a model file and its scores out.

mod summaries;

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use indicatif::{ProgressBar, ProgressStyle};
use mujaz::engine::Engine;
use mujaz::model;
use mujaz::text::AnalyzedText;
use mujaz::topic::classifier::LinearModel;
use mujaz::topic::metrics::Report;
use mujaz::topic::taxonomy::Taxonomy;
use mujaz::topic::train::{Recipe, Trained, Trainer};
use serde::Serialize;

use super::eval::{self, Measured};
use super::files;
use super::labelled::{Labelled, Reading};
use super::lines::{self, Lines};
use super::plot;
use super::report;
use crate::cli::{Profile, ReportFormat, TrainCommand, TrainTopicsArgs, TrainWhat};

/// Documents below which neither a topic nor its scores are worth much: each
/// of the five parts that judge it has one or two at most.
const FEW_DOCUMENTS: usize = 10;
/// Most topics that a warning names.
const MOST_NAMED: usize = 10;

/// What training has to say.
#[derive(Serialize)]
struct Outcome<'a> {
    model: String,
    version: &'a str,
    bytes: usize,
    terms: usize,
    documents_read: usize,
    documents_used: usize,
    bad_lines: usize,
    /// On documents of the training data, each judged by a model that had not
    /// seen it.
    left_out: &'a Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    dev: Option<&'a Measured>,
}

/// Trains what was asked for.
pub(crate) fn run(command: &TrainCommand) -> anyhow::Result<ExitCode> {
    match (&command.what, &command.topics) {
        (Some(TrainWhat::Summaries(args)), _) => summaries::run(args),
        (None, Some(args)) => topics(args),
        (None, None) => bail!("neither topics nor summaries to train"),
    }
}

/// Trains a topic model, writes it, and reports.
fn topics(args: &TrainTopicsArgs) -> anyhow::Result<ExitCode> {
    let reading = Reading {
        files: &args.data,
        strict: args.strict,
        group_by: &args.group_by,
    };
    check_files(args)?;
    let taxonomy = taxonomy(args)?;
    let mut trainer = Trainer::new(recipe(args), taxonomy.clone())?;
    let lines = add_all(&mut trainer, &reading, taxonomy.as_ref())?;
    let outcome = learn(trainer)?;
    for warning in warnings(&outcome.report) {
        eprintln!("mujaz: {warning}");
    }
    let file = model::encode(&outcome.model);
    std::fs::write(&args.out, &file)
        .with_context(|| format!("cannot write {}", args.out.display()))?;
    let dev = Reading {
        files: &args.dev,
        ..reading
    };
    let dev = (!args.dev.is_empty()).then(|| measure(&file, &dev));
    let dev = dev.transpose()?;
    if let Some(path) = &args.plot {
        let report = dev.as_ref().map_or(&outcome.report, |dev| &dev.report);
        plot::write(path, report)?;
    }
    show(args, &outcome, file.len(), lines, dev.as_ref())?;
    dev.map_or(Ok(()), |dev| dev.require_documents("--dev"))?;
    Ok(ExitCode::SUCCESS)
}

/// Looks at all files before hours go into the training.
fn check_files(args: &TrainTopicsArgs) -> anyhow::Result<()> {
    files::check_readable(&args.data)?;
    files::check_readable(&args.dev)?;
    let mut written = std::iter::once(&args.out).chain(&args.plot);
    written.try_for_each(|path| files::check_writable(path))
}

/// Says what the labels are too few for.
fn warnings(report: &Report) -> Vec<String> {
    let mut warnings = Vec::new();
    if let [only] = &report.topics[..]
        && only.documents == report.overall.documents
    {
        let id = &only.id;
        warnings.push(format!(
            "every document is {id:?}: there is nothing to tell it from"
        ));
    }
    let few = report
        .topics
        .iter()
        .filter(|one| one.documents < FEW_DOCUMENTS);
    let few: Vec<String> = few
        .map(|one| format!("{:?} ({})", one.id, one.documents))
        .collect();
    if !few.is_empty() {
        let named = few[..few.len().min(MOST_NAMED)].join(", ");
        let more = match few.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        warnings.push(format!(
            "topics of fewer than {FEW_DOCUMENTS} documents are hardly learnt, and their scores \
             mean little: {named}{more}"
        ));
    }
    warnings
}

/// Scores a model that was just made.
fn measure(file: &[u8], reading: &Reading<'_>) -> anyhow::Result<Measured> {
    let engine = Engine::with_model(LinearModel::from_bytes(file)?, super::UNLIMITED);
    eval::measure(&engine, reading)
}

fn recipe(args: &TrainTopicsArgs) -> Recipe {
    let recipe = match args.profile {
        Profile::News => Recipe::news(&args.model_version),
        Profile::Plain => Recipe::plain(&args.model_version),
    };
    Recipe {
        cost: args.cost.or(recipe.cost),
        max_documents: args.max_documents.unwrap_or(recipe.max_documents),
        max_terms: args.max_terms.unwrap_or(recipe.max_terms),
        ..recipe
    }
}

fn taxonomy(args: &TrainTopicsArgs) -> anyhow::Result<Option<Taxonomy>> {
    match &args.taxonomy {
        None => Ok(None),
        Some(path) if path.as_os_str() == "builtin" => Ok(Some(Taxonomy::builtin()?)),
        Some(path) => super::taxonomy(path).map(Some),
    }
}

fn add_all(
    trainer: &mut Trainer,
    reading: &Reading<'_>,
    taxonomy: Option<&Taxonomy>,
) -> anyhow::Result<Lines> {
    let bar = bar(
        ProgressBar::new_spinner(),
        "{spinner} {pos} documents read, {per_sec}",
    );
    let lines = reading.read(|document| {
        add(trainer, &document, taxonomy)?;
        bar.inc(1);
        Ok(())
    });
    bar.finish_and_clear();
    lines
}

fn add(
    trainer: &mut Trainer,
    document: &Labelled,
    taxonomy: Option<&Taxonomy>,
) -> Result<(), String> {
    if let Some(taxonomy) = taxonomy {
        let unknown = document
            .topics
            .iter()
            .find(|id| taxonomy.position(id).is_none());
        if let Some(id) = unknown {
            return Err(format!("topic {id:?} is not in the taxonomy"));
        }
    }
    let declared = lines::declared_language(&document.language_code)?;
    let text = AnalyzedText::new(&document.title, &document.text, declared.as_deref());
    trainer.add(&text, &document.topics, document.group.as_deref());
    Ok(())
}

fn learn(trainer: Trainer) -> anyhow::Result<Trained> {
    let bar = bar(
        ProgressBar::new(0),
        "{bar:40} {pos}/{len} separators, {eta}",
    );
    let learnt = trainer.finish(&mut |progress| {
        bar.set_length(progress.total as u64);
        bar.set_position(progress.done as u64);
    });
    bar.finish_and_clear();
    Ok(learnt?)
}

fn bar(bar: ProgressBar, template: &str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn show(
    args: &TrainTopicsArgs,
    trained: &Trained,
    bytes: usize,
    lines: Lines,
    dev: Option<&Measured>,
) -> anyhow::Result<()> {
    let outcome = Outcome {
        model: args.out.display().to_string(),
        version: &trained.model.version,
        bytes,
        terms: trained.model.terms(),
        documents_read: trained.read,
        documents_used: trained.used,
        bad_lines: lines.bad,
        left_out: &trained.report,
        dev,
    };
    let mut out = io::stdout().lock();
    if args.format == ReportFormat::Json {
        writeln!(out, "{}", serde_json::to_string_pretty(&outcome)?)?;
        return Ok(());
    }
    writeln!(
        out,
        "{}: {bytes} bytes, {} terms",
        outcome.model, outcome.terms
    )?;
    let Outcome {
        documents_read: read,
        documents_used: used,
        bad_lines: bad,
        ..
    } = outcome;
    writeln!(
        out,
        "{read} documents read, {used} learnt from, {bad} bad lines\n"
    )?;
    writeln!(out, "Documents left out of the model that judges them")?;
    report::write_text(&mut out, outcome.left_out)?;
    if let Some(dev) = outcome.dev {
        writeln!(out, "\nDocuments of --dev")?;
        report::write_measured(&mut out, dev)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use mujaz::topic::metrics::{Judged, evaluate};

    use super::*;

    /// Makes a report of documents by the numbers of their topics.
    fn report(topics: usize, labels: &[usize]) -> Report {
        let topics: Vec<_> = (0..topics).map(|at| (format!("t{at}"), 0.5)).collect();
        let judged = labels.iter().map(|&label| Judged {
            language: "en".to_owned(),
            labels: vec![label],
            confidences: vec![0.0; topics.len()],
            assigned: vec![false; topics.len()],
        });
        evaluate(&topics, &judged.collect::<Vec<_>>())
    }

    #[test]
    fn labels_that_are_too_few_are_told() {
        assert_eq!(warnings(&report(2, &[[0; 10], [1; 10]].concat())), [""; 0]);
        let one = warnings(&report(1, &[0; 10]));
        assert_eq!(one.len(), 1);
        assert!(one[0].contains("every document is \"t0\""), "{one:?}");
        let rare = warnings(&report(2, &[&[0; 10][..], &[1; 9]].concat()));
        assert_eq!(rare.len(), 1);
        assert!(rare[0].ends_with(": \"t1\" (9)"), "{rare:?}");
        let many = warnings(&report(12, &(0..12).collect::<Vec<_>>()));
        assert!(many[0].ends_with("\"t9\" (1) and 2 more"), "{many:?}");
    }
}
