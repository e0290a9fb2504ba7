//! The program as a process, serving on a port that it chose.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use serde_json::Value;

use crate::harness::PATIENCE;

const SERVE: [&str; 3] = ["serve", "--listen", "127.0.0.1:0"];

/// A running `mujaz serve`.
pub(crate) struct Process {
    pub(crate) child: Child,
    pub(crate) address: String,
    log: Receiver<Value>,
}

impl Process {
    /// Starts `mujaz serve` with more arguments and waits until it listens.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::spawn(
            Command::new(env!("CARGO_BIN_EXE_mujaz"))
                .args(SERVE)
                .args(arguments),
        )
    }

    /// Starts `mujaz serve` where another one listened.
    pub(crate) fn at(address: &str) -> Self {
        Self::spawn(Command::new(env!("CARGO_BIN_EXE_mujaz")).args(["serve", "--listen", address]))
    }

    /// Starts `mujaz serve` with environment variables.
    pub(crate) fn with_variables(variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mujaz"));
        Self::spawn(command.args(SERVE).envs(variables.iter().copied()))
    }

    /// Starts `mujaz serve` where only so many files may be open.
    pub(crate) fn with_open_files(limit: usize) -> Self {
        let script = format!("ulimit -n {limit}; exec \"$0\" \"$@\"");
        let shell = ["-c", &script, env!("CARGO_BIN_EXE_mujaz")];
        Self::spawn(Command::new("sh").args(shell).args(SERVE))
    }

    fn spawn(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().expect("it starts");
        let lines = BufReader::new(child.stderr.take().expect("piped")).lines();
        let (sender, log) = channel();
        // Read to the end, so that the log never blocks the process.
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = sender.send(serde_json::from_str(&line).expect("JSON"));
            }
        });
        let mut process = Self {
            child,
            address: String::new(),
            log,
        };
        let entry = process.wait_for("listening");
        entry["address"]
            .as_str()
            .expect("an address")
            .clone_into(&mut process.address);
        process
    }

    /// Reads the log up to the next entry with a message.
    pub(crate) fn wait_for(&self, message: &str) -> Value {
        loop {
            let entry = self.log.recv_timeout(PATIENCE).expect("an entry");
            if entry["message"] == message {
                return entry;
            }
        }
    }

    /// Waits for the end and returns what was logged since the last look.
    pub(crate) fn rest_of_log(mut self) -> String {
        self.child.wait().expect("it ends");
        let entries: Vec<String> = self.log.iter().map(|entry| entry.to_string()).collect();
        entries.join("\n")
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill")
            .args([name, &id])
            .status()
            .expect("kill runs");
        assert!(sent.success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Already gone in every test that ends it.
        let _ = self.child.kill();
    }
}
