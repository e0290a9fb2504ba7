//! `mujaz train`: labelled documents in, a model file and its scores out.

mod summaries;

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{bail, ensure};
use indicatif::ProgressBar;
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
use super::progress;
use super::report;
use super::terminal::{enumerated, quoted};
use crate::cli::{Profile, ReportFormat, TrainCommand, TrainTopicsArgs, TrainWhat};

/// Documents below which neither a topic nor its scores are worth much: each
/// of the five parts that judge it has one or two at most.
const FEW_DOCUMENTS: usize = 10;
/// What the documents are that stand in for new ones.
const LEFT_OUT: &str = "Documents left out of the model that judges them";
/// Key of the group where none is named.
const GROUP: &str = "group";
/// Stands for the taxonomy of the default model among files.
const BUILTIN: &str = "builtin";

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
    /// Different values of the key of the groups.
    groups: usize,
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
        group_by: Some(args.group_by.as_deref().unwrap_or(GROUP)),
    };
    check_files(args)?;
    if args.strict {
        check_lines(&args.dev)?;
    }
    let taxonomy = taxonomy(args)?;
    let mut trainer = Trainer::new(recipe(args), taxonomy.clone())?;
    let added = add_all(&mut trainer, &reading, taxonomy.as_ref())?;
    ensure!(
        added.labelled || added.lines.good == 0,
        "no document of --data has a label"
    );
    check_groups(args, &added)?;
    let outcome = learn(trainer)?;
    for warning in warnings(&outcome.report)
        .into_iter()
        .chain(doubts(&outcome))
    {
        eprintln!("mujaz: {warning}");
    }
    let left_out = taxonomy.map(|whole| whole.left_out_of(&outcome.model.taxonomy));
    if let Some(left_out) = left_out.and_then(|one| one.describe()) {
        eprintln!("mujaz: the model does not have all of the taxonomy: {left_out}");
    }
    let file = model::encode(&outcome.model);
    let written = files::write(&args.out, &file);
    let dev = (!args.dev.is_empty()).then(|| measure(&file, args));
    let dev = dev.transpose();
    // Hours may have gone into the scores: they are told whatever failed.
    let known = dev.as_ref().ok().and_then(Option::as_ref);
    show(args, &outcome, file.len(), &added, known)?;
    written?;
    let dev = dev?;
    if let Some(path) = &args.plot {
        match &dev {
            Some(dev) => plot::write(path, &plot::names(&args.dev), &dev.report)?,
            None => plot::write(path, LEFT_OUT, &outcome.report)?,
        }
    }
    dev.map_or(Ok(()), |dev| dev.require_documents("--dev"))?;
    Ok(ExitCode::SUCCESS)
}

/// Looks at all files before hours go into the training.
fn check_files(args: &TrainTopicsArgs) -> anyhow::Result<()> {
    let taxonomy = args.taxonomy.iter().filter(|path| *path != BUILTIN);
    let read = [
        files::named("--data", &args.data),
        files::named("--dev", &args.dev),
        files::named("--taxonomy", taxonomy),
    ];
    let written = [
        files::named("--out", [&args.out]),
        files::named("--plot", &args.plot),
    ];
    files::check_distinct(&read.concat(), &written.concat())?;
    files::check_readable(&args.data)?;
    files::check_readable(&args.dev)?;
    let mut written = std::iter::once(&args.out).chain(&args.plot);
    written.try_for_each(|path| files::check_writable(path))
}

/// Looks at all lines that can be read twice: a bad one would be found when the model is made.
fn check_lines(paths: &[PathBuf]) -> anyhow::Result<()> {
    let has_size = |path: &&PathBuf| matches!(files::size(path), Ok(Some(_)));
    let paths: Vec<PathBuf> = paths.iter().filter(has_size).cloned().collect();
    let reading = Reading {
        files: &paths,
        strict: true,
        group_by: None,
    };
    reading.read(|_| Ok(())).map(drop)
}

/// Says what the labels are too few for.
fn warnings(report: &Report) -> Vec<String> {
    let mut warnings = Vec::new();
    if let [only] = &report.topics[..]
        && only.documents == report.overall.documents
    {
        let id = quoted(&only.id);
        warnings.push(format!(
            "every document is {id}: there is nothing to tell it from"
        ));
    }
    let few = report
        .topics
        .iter()
        .filter(|one| one.documents < FEW_DOCUMENTS);
    let few: Vec<String> = few
        .map(|one| format!("{} ({})", quoted(&one.id), one.documents))
        .collect();
    if !few.is_empty() {
        let all = few.len();
        let named = enumerated(few, all);
        warnings.push(format!(
            "topics of fewer than {FEW_DOCUMENTS} documents are hardly learnt, and their scores \
             mean little: {named}"
        ));
    }
    warnings
}

/// Says what the documents did not show.
fn doubts(trained: &Trained) -> Vec<String> {
    let mut doubts = Vec::new();
    if trained.repeated > 0 {
        doubts.push(format!(
            "{} of {} documents repeat the words of another; but for those of different groups no \
             model judged one that had seen the other",
            trained.repeated, trained.used
        ));
    }
    if !trained.uncalibrated.is_empty() {
        let all = trained.uncalibrated.len();
        let ids = trained.uncalibrated.iter().map(|id| quoted(id));
        doubts.push(format!(
            "documents left out tell nothing of these topics, as when one group has all of theirs; \
             their confidences are not calibrated: {}",
            enumerated(ids, all)
        ));
    }
    doubts
}

/// Scores a model that was just made on the documents of `--dev`.
fn measure(file: &[u8], args: &TrainTopicsArgs) -> anyhow::Result<Measured> {
    let engine = Engine::with_model(LinearModel::from_bytes(file)?, super::UNLIMITED);
    let reading = Reading {
        files: &args.dev,
        strict: args.strict,
        group_by: None,
    };
    eval::measure(&engine, &reading)
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
        Some(path) if path == BUILTIN => Ok(Some(Taxonomy::builtin()?)),
        Some(path) => super::taxonomy(path).map(Some),
    }
}

/// What was read for the training.
#[derive(Default)]
struct Added {
    lines: Lines,
    /// Whether any document has a label.
    labelled: bool,
    groups: BTreeSet<String>,
    /// Documents that name no group.
    ungrouped: usize,
}

/// Makes a key that no document has an error, as it is a slip, and tells of
/// documents without it.
fn check_groups(args: &TrainTopicsArgs, added: &Added) -> anyhow::Result<()> {
    let documents = added.lines.good;
    if let Some(key) = &args.group_by {
        let found = !added.groups.is_empty() || documents == 0;
        ensure!(found, "--group-by {key:?}: no document has that key");
    }
    if !added.groups.is_empty() && added.ungrouped > 0 {
        eprintln!(
            "mujaz: {} of {documents} documents have no {:?}: each is its own group",
            added.ungrouped,
            args.group_by.as_deref().unwrap_or(GROUP)
        );
    }
    Ok(())
}

fn add_all(
    trainer: &mut Trainer,
    reading: &Reading<'_>,
    taxonomy: Option<&Taxonomy>,
) -> anyhow::Result<Added> {
    let mut added = Added::default();
    added.lines = reading.read(|document| {
        add(trainer, &document, taxonomy)?;
        added.labelled |= !document.topics.is_empty();
        match document.group {
            Some(group) => _ = added.groups.insert(group),
            None => added.ungrouped += 1,
        }
        Ok(())
    })?;
    Ok(added)
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
            return Err(format!("topic {} is not in the taxonomy", quoted(id)));
        }
    }
    let declared = lines::declared_language(&document.language_code)?;
    let text = AnalyzedText::new(&document.title, &document.text, declared.as_deref());
    trainer.add(&text, &document.topics, document.group.as_deref());
    Ok(())
}

fn learn(trainer: Trainer) -> anyhow::Result<Trained> {
    let bar = progress::bar(
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

fn show(
    args: &TrainTopicsArgs,
    trained: &Trained,
    bytes: usize,
    added: &Added,
    dev: Option<&Measured>,
) -> anyhow::Result<()> {
    let outcome = Outcome {
        model: args.out.display().to_string(),
        version: &trained.model.version,
        bytes,
        terms: trained.model.terms(),
        documents_read: trained.read,
        documents_used: trained.used,
        bad_lines: added.lines.bad,
        groups: added.groups.len(),
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
    let groups = match outcome.groups {
        0 => String::new(),
        groups => format!(", {groups} groups"),
    };
    writeln!(
        out,
        "{read} documents read, {used} learnt from, {bad} bad lines{groups}\n"
    )?;
    writeln!(out, "{LEFT_OUT}")?;
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
