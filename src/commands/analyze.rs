//! `mujaz analyze`: documents from files in, answers out, in the order of the
//! input.

mod backend;
mod remote;
mod render;
mod request;
mod source;

use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use mujaz::grpc::rpc;
use serde::Serialize;

use crate::cli::{AnalyzeArgs, InputFormat, OutputFormat, UsageError};
use backend::{Answer, Backend};
use render::Renderer;
use request::{Template, in_flags};
use source::{Item, Source};

/// Documents that are read, analysed and written together: enough to keep
/// every core busy, few enough to start writing soon.
const CHUNK: usize = 64;

/// Analyses every document and returns failure if any of them had an error.
pub(crate) fn run(args: &AnalyzeArgs) -> anyhow::Result<ExitCode> {
    let template = Template::new(args);
    let backend = Backend::new(args)?;
    let mut source = Source::open(&args.files, args.input, is_waited_for(args.input))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let writer = Writer::new(args);
    let mut failed = false;
    loop {
        let items = source.next_chunk(CHUNK, &template)?;
        let Some(last) = items.last() else {
            break;
        };
        let requests = items.iter().map(|item| item.request.clone()).collect();
        let answers = backend.analyze(requests);
        for (item, answer) in items.iter().zip(answers) {
            let faults = answer
                .as_ref()
                .err()
                .and_then(|error| in_flags(&error.message));
            if let Some(faults) = faults {
                return Err(UsageError(faults).into());
            }
            failed |= answer.is_err();
            writer
                .write(&mut out, item, answer)
                .context("cannot write")?;
        }
        if backend.is_lost() {
            bail!(
                "the server is out of reach: nothing behind {} was sent",
                last.name
            );
        }
    }
    source.finish();
    out.flush().context("cannot write")?;
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Tells whether a person waits for something that goes elsewhere.
fn is_waited_for(input: InputFormat) -> bool {
    input == InputFormat::Jsonl && !io::stdout().is_terminal()
}

/// Writes answers in one format.
struct Writer {
    format: OutputFormat,
    renderer: Renderer,
}

/// A document without an answer, as a line of JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Failure<'a> {
    document_id: &'a str,
    error: FailureStatus<'a>,
}

#[derive(Serialize)]
struct FailureStatus<'a> {
    code: i32,
    message: &'a str,
}

impl Writer {
    fn new(args: &AnalyzeArgs) -> Self {
        Self {
            format: args.output(),
            renderer: Renderer::new(io::stdout().is_terminal()),
        }
    }

    fn write(&self, out: &mut impl Write, item: &Item, answer: Answer) -> io::Result<()> {
        match answer {
            Ok(response) if self.format == OutputFormat::Text => {
                self.renderer
                    .render(out, &item.name, item.document(), &response)
            }
            Ok(response) => self.write_json(out, &response),
            Err(status) => self.write_failure(out, item, &status),
        }
    }

    fn write_failure(
        &self,
        out: &mut impl Write,
        item: &Item,
        status: &rpc::Status,
    ) -> io::Result<()> {
        let message = format!("{}: {}", item.name, status.message);
        if self.format == OutputFormat::Text {
            out.flush()?;
            eprintln!("mujaz: {message}");
            return Ok(());
        }
        self.write_json(
            out,
            &Failure {
                document_id: &item.id,
                error: FailureStatus {
                    code: status.code,
                    message: &message,
                },
            },
        )
    }

    fn write_json(&self, out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
        if self.format == OutputFormat::Json {
            serde_json::to_writer_pretty(&mut *out, value)?;
        } else {
            serde_json::to_writer(&mut *out, value)?;
        }
        writeln!(out)
    }
}
