//! Mutated input for everything that reads what others wrote: bodies of calls,
//! messages, JSON, model files, trees, taxonomies, tokens.
//!
//! By default each target tries a fixed number of inputs, the same ones in
//! every run. With `MUJAZ_FUZZ_SECONDS` it goes on for so long, from
//! `MUJAZ_FUZZ_SEED` on. An input that fails is written to
//! `tests/fuzz/corpus/`, whose files every run tries first, unchanged.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod bodies;
mod json;
mod model;
mod mutate;
mod ranker;
mod text;
mod wire;

use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use mutate::Mutator;
use sha2::{Digest as _, Sha256};

/// Inputs of a run without a time.
const INPUTS: u32 = 300;
const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

/// Tries `target` on the kept inputs, on `seeds`, and on what is made of both.
fn fuzz(name: &str, seeds: Vec<Vec<u8>>, target: impl Fn(&[u8])) {
    let mut pool = kept(name);
    pool.extend(seeds);
    for input in &pool {
        attempt(name, input, &target);
    }
    let time = number("MUJAZ_FUZZ_SECONDS").map(Duration::from_secs);
    let started = Instant::now();
    let mut mutator = Mutator::new(number("MUJAZ_FUZZ_SEED").unwrap_or(SEED));
    let mut tried = 0_u32;
    while time.map_or(tried < INPUTS, |time| started.elapsed() < time) {
        attempt(name, &mutator.mutate(&pool), &target);
        tried += 1;
    }
    println!("{name}: {} kept and seeds, {tried} mutated", pool.len());
}

fn attempt(name: &str, input: &[u8], target: &impl Fn(&[u8])) {
    if catch_unwind(AssertUnwindSafe(|| target(input))).is_ok() {
        return;
    }
    let digest = Sha256::digest(input);
    let mut file = "failed-".to_owned();
    for byte in &digest[..8] {
        write!(file, "{byte:02x}").expect("a string");
    }
    fs::create_dir_all(folder(name)).expect("made");
    let path = folder(name).join(file);
    fs::write(&path, input).expect("written");
    panic!("{name} fails on {}", path.display());
}

fn kept(name: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder(name)) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("read").path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read(path).expect("read"))
        .collect()
}

fn folder(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("tests/fuzz/corpus").join(name)
}

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.parse().expect("a number of seconds, or a seed"))
}

/// Returns the documents of `seeds/`, as lines of proto3 JSON.
fn documents() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/documents.jsonl");
    let lines = fs::read_to_string(path).expect("the file");
    lines.lines().map(str::to_owned).collect()
}
