//! What can be typed.

pub(crate) mod connections;
pub(crate) mod log;
pub(crate) mod observe;
mod train;
pub(crate) mod variables;
pub(crate) mod web;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use mujaz::summary::Algorithm;
use mujaz::topic::train::FOLDS;

use connections::{ClientArgs, ConnectionArgs, SecretArgs, TokenArgs};
use log::LogFilter;
use observe::ObserveArgs;
pub(crate) use train::{TrainCommand, TrainSummariesArgs, TrainWhat, WeightedFile};
use web::WebArgs;

/// Exit code for a bad command line or configuration: `EX_USAGE` of
/// sysexits.h.
pub(crate) const EXIT_USAGE: u8 = 64;

/// Options that do not go together, which only a look at files tells.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct UsageError(pub(crate) String);

/// Says what matters in a document and what it is about.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run the gRPC server
    Serve(Box<ServeArgs>),
    /// Analyse documents from files or standard input
    Analyze(Box<AnalyzeArgs>),
    /// List the topics
    Topics(TopicsArgs),
    /// Learn a topic model, or how to rank sentences, from labelled documents
    Train(Box<TrainCommand>),
    /// Measure the answers on documents that readers judged
    #[command(subcommand)]
    Eval(EvalCommand),
    /// Ask a server whether it serves; exit code 0 if it does, 1 if not
    Health(HealthArgs),
    /// Make a token; its line for the tokens file goes to standard output, the token itself, which
    /// is nowhere else, to standard error
    Token(TokenArgs),
}

#[derive(Debug, Subcommand)]
pub(crate) enum EvalCommand {
    /// Score every summary algorithm: ROUGE against references, agreement with extracts
    Summaries(EvalSummariesArgs),
    /// Score the topics: F1, calibration, confusion
    Topics(EvalTopicsArgs),
}

#[derive(Debug, Args)]
pub(crate) struct EvalSummariesArgs {
    /// JSON lines of at most 64 MiB, plain or gzip, {"text", "title"?, "languageCode"?} with
    /// "refs": [...], summaries that people wrote, or with "sentences": [[start, end], ...] in
    /// code points and "chosen": [[0, 3], ...], what each reader took of them; "-" for standard
    /// input
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) data: Vec<PathBuf>,
    /// How long summaries are that are compared with written ones
    #[arg(long, value_enum, default_value = "words")]
    pub(crate) budget: SummaryBudget,
    /// Stop at the first bad line
    #[arg(long)]
    pub(crate) strict: bool,
    /// How the scores are written, which go from 0 to 100
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

/// How long a summary may be beside written ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SummaryBudget {
    /// The first sentences, to where their words come closest to the references' mean
    Words,
    /// What a call returns that is bounded by the references' mean of characters
    Characters,
}

/// Each setting may be a flag, an environment variable or a key of the
/// settings file (the flag's name with underscores), in this order.
#[derive(Debug, Default, Args)]
pub(crate) struct ServeArgs {
    /// Address to listen on [default: 127.0.0.1:50051]
    #[arg(long, env = "MUJAZ_LISTEN", value_name = "ADDRESS", value_parser = socket_address)]
    pub(crate) listen: Option<SocketAddr>,
    /// Topic model in place of the default one
    #[arg(long, env = "MUJAZ_MODEL", value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Topics in place of or beside the model's own (TOML)
    #[arg(long, env = "MUJAZ_TAXONOMY", value_name = "FILE")]
    pub(crate) taxonomy: Option<PathBuf>,
    /// Settings file (TOML)
    #[arg(long, env = "MUJAZ_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Level of the log (off, error, warn, info, debug or trace), and of modules, as in
    /// "info,mujaz=debug" [default: info]
    #[arg(long, env = "MUJAZ_LOG", value_name = "FILTER")]
    pub(crate) log: Option<LogFilter>,
    /// Threads that analyse, 0 for one a core [default: 0]
    #[arg(long, env = "MUJAZ_THREADS", value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Requests that are held at once [default: 1024]
    #[arg(long, env = "MUJAZ_CAPACITY", value_name = "N")]
    pub(crate) capacity: Option<usize>,
    /// Bytes of requests that are held at once [default: 67108864]
    #[arg(long, env = "MUJAZ_MAX_IN_FLIGHT_BYTES", value_name = "BYTES")]
    pub(crate) max_in_flight_bytes: Option<usize>,
    /// Longest wait for a thread before a call is refused [default: 250ms]
    #[arg(long, env = "MUJAZ_QUEUE_TIME", value_name = "DURATION", value_parser = duration)]
    pub(crate) queue_time: Option<Duration>,
    /// Longest time of a call, and of each document of a stream [default: 30s]
    #[arg(long, env = "MUJAZ_REQUEST_TIMEOUT", value_name = "DURATION", value_parser = duration)]
    pub(crate) request_timeout: Option<Duration>,
    /// Largest text of a document, in bytes [default: 1048576]
    #[arg(long, env = "MUJAZ_MAX_TEXT_BYTES", value_name = "BYTES")]
    pub(crate) max_text_bytes: Option<usize>,
    /// Most documents of a batch [default: 256]
    #[arg(long, env = "MUJAZ_MAX_BATCH_DOCUMENTS", value_name = "N")]
    pub(crate) max_batch_documents: Option<usize>,
    /// Most bytes of text in a batch [default: 16777216]
    #[arg(long, env = "MUJAZ_MAX_BATCH_BYTES", value_name = "BYTES")]
    pub(crate) max_batch_bytes: Option<usize>,
    /// Wait between `NOT_SERVING` and the end of accepting [default: 0s]
    #[arg(long, env = "MUJAZ_DRAIN_DELAY", value_name = "DURATION", value_parser = duration)]
    pub(crate) drain_delay: Option<Duration>,
    /// Longest wait for what is in flight when stopping [default: 30s]
    #[arg(long, env = "MUJAZ_DRAIN_TIMEOUT", value_name = "DURATION", value_parser = duration)]
    pub(crate) drain_timeout: Option<Duration>,
    #[command(flatten, next_help_heading = "Web pages")]
    pub(crate) web: WebArgs,
    #[command(flatten, next_help_heading = "Connections")]
    pub(crate) connections: ConnectionArgs,
    #[command(flatten, next_help_heading = "Security")]
    pub(crate) secrets: SecretArgs,
    #[command(flatten, next_help_heading = "Operators")]
    pub(crate) observe: ObserveArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// Each file is the text of one document
    Text,
    /// Each line is a Document in proto3 JSON, of at most 64 MiB
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// For a person
    Text,
    /// Proto3 JSON, indented
    Json,
    /// Proto3 JSON, one answer a line
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    /// As in the document
    Document,
    /// The most important first
    Rank,
}

#[derive(Debug, Args)]
pub(crate) struct AnalyzeArgs {
    /// Files to read; "-" or none for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What the files hold
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) input: InputFormat,
    /// What is written [default: text for text, jsonl for jsonl]
    #[arg(long, value_enum)]
    pub(crate) format: Option<OutputFormat>,
    /// Find only one part of the answer, which takes less time
    #[arg(long, value_enum)]
    pub(crate) only: Option<Part>,
    /// Have a running server do the work, such as <http://127.0.0.1:50051>
    #[arg(long, value_name = "URL")]
    pub(crate) server: Option<String>,
    /// File with the token for that server, and nothing else
    #[arg(long, env = "MUJAZ_CLIENT_TOKEN_FILE", value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
    /// Topic model in place of the default one
    #[arg(long, value_name = "FILE", conflicts_with = "server")]
    pub(crate) model: Option<PathBuf>,
    /// Topics in place of or beside the model's own (TOML)
    #[arg(long, value_name = "FILE", conflicts_with = "server")]
    pub(crate) taxonomy: Option<PathBuf>,
    #[command(flatten, next_help_heading = "Connection to a server")]
    pub(crate) client: ClientArgs,
    #[command(flatten, next_help_heading = "Document")]
    pub(crate) document: DocumentArgs,
    #[command(flatten, next_help_heading = "Summary")]
    pub(crate) summary: SummaryArgs,
    #[command(flatten, next_help_heading = "Topics")]
    pub(crate) topics: ClassificationArgs,
}

/// A part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The sentences that matter
    Summary,
    /// What the document is about
    Topics,
}

impl AnalyzeArgs {
    /// Returns what is written: what was asked for, else what goes with the
    /// input.
    pub(crate) fn output(&self) -> OutputFormat {
        self.format.unwrap_or(match self.input {
            InputFormat::Text => OutputFormat::Text,
            InputFormat::Jsonl => OutputFormat::Jsonl,
        })
    }
}

#[derive(Debug, Args)]
pub(crate) struct DocumentArgs {
    /// Headline of the documents that have none
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) title: String,
    /// BCP-47 tag of the documents that name none [default: detected]
    #[arg(
        long,
        value_name = "TAG",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) language: String,
}

#[derive(Debug, Args)]
pub(crate) struct SummaryArgs {
    /// Most sentences [default: 3]
    #[arg(long, allow_negative_numbers = true, value_name = "N")]
    pub(crate) max_sentences: Option<u32>,
    /// Most characters (code points)
    #[arg(long, allow_negative_numbers = true, value_name = "N")]
    pub(crate) max_characters: Option<u32>,
    /// Largest share of the sentences, in (0, 1]
    #[arg(long, allow_negative_numbers = true, value_name = "RATIO")]
    pub(crate) max_ratio: Option<f64>,
    /// Order of the sentences
    #[arg(long, value_enum, default_value = "document")]
    pub(crate) order: Order,
    /// How sentences are ranked
    #[arg(long, value_parser = algorithm_parser(), default_value = "ranked")]
    pub(crate) algorithm: String,
    /// Words that the summary should be about
    #[arg(
        long,
        value_name = "WORDS",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) focus: String,
    /// Topic that the summary should be about
    #[arg(
        long,
        value_name = "TOPIC",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) focus_topic: String,
    /// Penalty for repetition, in [0, 1] [default: the algorithm's]
    #[arg(long, allow_negative_numbers = true, value_name = "PENALTY")]
    pub(crate) redundancy_penalty: Option<f64>,
    /// Give the score of every sentence
    #[arg(long)]
    pub(crate) all_sentences: bool,
    /// Let a server that is short of time use a cheaper algorithm
    #[arg(long, requires = "server")]
    pub(crate) allow_degraded: bool,
    /// Say why each sentence has its score
    #[arg(long)]
    pub(crate) factors: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ClassificationArgs {
    /// Consider these topics only, by id, separated by commas
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) topics: Vec<String>,
    /// Assign topics from this confidence on, in [0, 1] [default: each topic's own]
    #[arg(long, allow_negative_numbers = true, value_name = "CONFIDENCE")]
    pub(crate) min_confidence: Option<f64>,
    /// Most topics
    #[arg(long, allow_negative_numbers = true, value_name = "N")]
    pub(crate) max_topics: Option<u32>,
    /// Give the terms that carried each decision (always in text output)
    #[arg(long)]
    pub(crate) evidence: bool,
    /// Most terms for each topic, for and against it [default: 5, of an assigned topic such that
    /// speak for it]
    #[arg(long, allow_negative_numbers = true, value_name = "N")]
    pub(crate) max_evidence: Option<u32>,
    /// Give the topics that are not assigned too
    #[arg(long)]
    pub(crate) all_topics: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TopicsArgs {
    /// Topic model in place of the default one
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Topics in place of or beside the model's own (TOML)
    #[arg(long, value_name = "FILE")]
    pub(crate) taxonomy: Option<PathBuf>,
    /// Language of names and descriptions, as a BCP-47 tag
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) language: String,
    /// What is written; jsonl is one topic a line
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: OutputFormat,
}

#[derive(Debug, Args)]
pub(crate) struct HealthArgs {
    /// Address of the server; with https:// for TLS, which --tls-ca asks for as well [default:
    /// that of `MUJAZ_LISTEN`, as this machine reaches it, else 127.0.0.1:50051]
    #[arg(long, env = "MUJAZ_HEALTH_ADDR", value_name = "ADDRESS")]
    pub(crate) addr: Option<String>,
    /// Service to ask for: "" or mujaz.v1.AnalysisService for readiness, liveness
    #[arg(
        long,
        value_name = "NAME",
        default_value = "",
        hide_default_value = true
    )]
    pub(crate) service: String,
    /// Longest wait
    #[arg(long, value_name = "DURATION", value_parser = duration, default_value = "3s")]
    pub(crate) timeout: Duration,
    #[command(flatten)]
    pub(crate) client: ClientArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TrainTopicsArgs {
    /// Labelled documents, a JSON object a line of at most 64 MiB: {"text", "title"?,
    /// "languageCode"? (else the language is detected), "topics": [...] (the primary first) or
    /// "label": "..."}
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) data: Vec<PathBuf>,
    /// File that the model is written to
    #[arg(long, value_name = "FILE", value_parser = file)]
    pub(crate) out: PathBuf,
    /// Labelled documents to measure the model on
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) dev: Vec<PathBuf>,
    /// What the documents are
    #[arg(long, value_enum, default_value = "plain")]
    pub(crate) profile: Profile,
    /// Topics with names and codes (TOML), or "builtin" [default: the labels]
    #[arg(long, value_name = "FILE")]
    pub(crate) taxonomy: Option<PathBuf>,
    /// Key whose value, a string or an integer, is a document's outlet or day: documents of one
    /// are never judged by a model that saw others of it [default: group, if there is one]
    #[arg(long, value_name = "KEY")]
    pub(crate) group_by: Option<String>,
    /// Version that the model is given
    #[arg(long, value_name = "VERSION", value_parser = version, default_value = "1")]
    pub(crate) model_version: String,
    /// Weight of errors against that of large weights [default: 0.5 for news, for others the one
    /// that suits documents left out best]
    #[arg(long, allow_negative_numbers = true, value_name = "COST", value_parser = positive)]
    pub(crate) cost: Option<f64>,
    /// Most documents that are learnt from; of more, or of more than memory is set aside
    /// for, a random sample is [default: 1000000]
    #[arg(long, value_name = "N", value_parser = at_least(FOLDS))]
    pub(crate) max_documents: Option<usize>,
    /// Most words and pairs of words that are learnt [default: the profile's]
    #[arg(long, value_name = "N", value_parser = at_least(1))]
    pub(crate) max_terms: Option<usize>,
    /// Draw reliability and F1 of the 50 most frequent topics into this file: on --dev if given,
    /// else on the documents left out
    #[arg(long, value_name = "FILE.svg", value_parser = svg_file)]
    pub(crate) plot: Option<PathBuf>,
    /// Stop at the first bad line
    #[arg(long)]
    pub(crate) strict: bool,
    /// How the scores are written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// Any texts and labels
    Plain,
    /// News: openings weigh more, and the lexicons of 31 languages help
    News,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For a person
    Text,
    /// JSON
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct EvalTopicsArgs {
    /// Labelled documents, as for `mujaz train`
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) data: Vec<PathBuf>,
    /// Topic model in place of the default one
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
    /// Topics in place of or beside the model's own (TOML)
    #[arg(long, value_name = "FILE")]
    pub(crate) taxonomy: Option<PathBuf>,
    /// Draw reliability and F1 of the 50 most frequent topics into this file
    #[arg(long, value_name = "FILE.svg", value_parser = svg_file)]
    pub(crate) plot: Option<PathBuf>,
    /// Stop at the first bad line
    #[arg(long)]
    pub(crate) strict: bool,
    /// How the scores are written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value > 0.0 && value.is_finite() => Ok(value),
        _ => Err("must be a number above 0".to_owned()),
    }
}

/// Reads what answers name a model by.
fn version(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("must not be blank: answers name the model by it".to_owned()),
        version => Ok(version.to_owned()),
    }
}

/// Reads a number that is not senselessly small.
fn at_least(fewest: usize) -> impl Fn(&str) -> Result<usize, String> + Clone {
    move |text| match text.parse() {
        Ok(number) if number >= fewest => Ok(number),
        _ => Err(format!("must be a whole number of at least {fewest}")),
    }
}

/// Reads the name of a file to be written: standard output has the report.
fn file(text: &str) -> Result<PathBuf, String> {
    match text {
        "-" => Err("must be a file: the report goes to standard output".to_owned()),
        _ => Ok(PathBuf::from(text)),
    }
}

/// Reads the name of a picture; one that promises another format is refused.
fn svg_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match path.extension() {
        Some(extension) if extension.eq_ignore_ascii_case("svg") => Ok(path),
        _ => Err("must end in .svg, the only format that is drawn".to_owned()),
    }
}

/// Reads an address to listen on: a name may have many, or none of this machine.
fn socket_address(text: &str) -> Result<SocketAddr, String> {
    let problem = "must be an IP address with a port, such as 127.0.0.1:50051 or [::]:50051";
    text.parse().map_err(|_| problem.to_owned())
}

fn duration(text: &str) -> Result<Duration, humantime::DurationError> {
    humantime::parse_duration(text)
}

fn algorithm_parser() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(Algorithm::ALL.map(Algorithm::name))
}

/// Prints help, version or what is wrong with a command line, and returns the
/// exit code.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    // Printing fails only when nobody reads.
    let _ = error.print();
    if error.use_stderr() {
        ExitCode::from(EXIT_USAGE)
    } else {
        ExitCode::SUCCESS
    }
}
