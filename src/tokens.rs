//! Who may call: bearer tokens, known by their digests alone.
//!
//! A file has a line a token: a caller's name, the token's SHA-256, and how
//! often that caller may call. Tokens are long and random, so an unsalted
//! digest tells nothing about them.
//!
//! ```
//! use mujaz::tokens::{Tokens, digest_hex};
//! use std::time::Instant;
//!
//! # fn main() -> Result<(), mujaz::tokens::TokensError> {
//! let line = format!("newsroom sha256:{} rate=100/s", digest_hex(b"secret"));
//! let tokens = Tokens::parse(&line, None)?;
//! assert_eq!(tokens.admit(b"secret", Instant::now()).unwrap().name(), "newsroom");
//! assert!(tokens.admit(b"guess", Instant::now()).is_err());
//! # Ok(())
//! # }
//! ```

mod rate;

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};
use subtle::{Choice, ConditionallySelectable as _, ConstantTimeEq as _};
use thiserror::Error;

use rate::Bucket;
pub use rate::Rate;

/// Most tokens of a file: each call is compared with all of them.
pub const MAX_TOKENS: usize = 1_000;
/// Longest name of a caller, in bytes; names stand in logs.
const MAX_NAME: usize = 64;
const DIGEST_PREFIX: &str = "sha256:";
const RATE_PREFIX: &str = "rate=";

/// What is wrong with a tokens file, and in which line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {problem}")]
pub struct TokensError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it; never what a token or digest is.
    pub problem: &'static str,
}

/// Why a call is not admitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No token is like the one that was given.
    Invalid,
    /// The caller has called too often.
    Limited {
        /// When one more call is admitted.
        retry_after: Duration,
    },
}

impl Refusal {
    /// Names the kind of refusal in one word.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Limited { .. } => "limited",
        }
    }
}

/// Somebody who may call.
#[derive(Debug, Clone)]
pub struct Caller {
    name: Arc<str>,
    bucket: Option<Arc<Bucket>>,
}

impl Caller {
    /// Returns the name in the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn rate(&self) -> Option<Rate> {
        self.bucket.as_ref().map(|bucket| bucket.rate())
    }
}

/// The tokens of a file.
#[derive(Debug, Default)]
pub struct Tokens {
    digests: Vec<[u8; 32]>,
    /// By the place of the digest.
    callers: Vec<Caller>,
}

impl Tokens {
    /// Reads `name sha256:HEX [rate=N/s]` lines; empty ones and those that
    /// begin with `#` are skipped. A name may have several tokens, which
    /// share its rate. A caller whose rate is the same in `before` goes on
    /// with what it has used up of it.
    ///
    /// # Errors
    /// When a line cannot be read, gives a token twice or a name two rates, or
    /// there are more than [`MAX_TOKENS`].
    pub fn parse(text: &str, before: Option<&Self>) -> Result<Self, TokensError> {
        let mut tokens = Self::default();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            tokens.add(line, before).map_err(|problem| TokensError {
                line: index + 1,
                problem,
            })?;
        }
        Ok(tokens)
    }

    fn add(&mut self, line: &str, before: Option<&Self>) -> Result<(), &'static str> {
        let mut fields = line.split_whitespace();
        let name = fields.next().filter(|name| name.len() <= MAX_NAME);
        let name = name.ok_or("a name has at most 64 bytes")?;
        let digest = fields.next().and_then(parse_digest);
        let digest = digest.ok_or("after the name comes sha256: and 64 hexadecimal digits")?;
        let rate = fields.next().map(parse_rate).transpose()?;
        if fields.next().is_some() {
            return Err("nothing comes after the rate");
        }
        if self.digests.contains(&digest) {
            return Err("this token is there already");
        }
        if self.digests.len() == MAX_TOKENS {
            return Err("a file has at most 1000 tokens");
        }
        let caller = self.caller(name, rate, before)?;
        self.digests.push(digest);
        self.callers.push(caller);
        Ok(())
    }

    fn caller(
        &self,
        name: &str,
        rate: Option<Rate>,
        before: Option<&Self>,
    ) -> Result<Caller, &'static str> {
        if let Some(known) = self.named(name) {
            let same = known.rate() == rate;
            return same.then(|| known.clone()).ok_or("a name has one rate");
        }
        let kept = before
            .and_then(|before| before.named(name))
            .filter(|known| known.rate() == rate);
        Ok(kept.cloned().unwrap_or_else(|| Caller {
            name: name.into(),
            bucket: rate.map(|rate| Arc::new(Bucket::new(rate))),
        }))
    }

    fn named(&self, name: &str) -> Option<&Caller> {
        self.callers.iter().find(|caller| caller.name() == name)
    }

    /// Returns how many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.digests.len()
    }

    /// Tells whether there is none, so that nobody may call.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.digests.is_empty()
    }

    /// Returns whose token this is, and counts the call.
    ///
    /// Digests are compared, all of them and each to its end: the time it
    /// takes says nothing about how near a guess came.
    ///
    /// # Errors
    /// When the token is nobody's, or its owner called too often.
    pub fn admit(&self, token: &[u8], now: Instant) -> Result<Caller, Refusal> {
        let given: [u8; 32] = Sha256::digest(token).into();
        let mut found = Choice::from(0);
        let mut place = 0;
        for (index, digest) in (0_u32..).zip(&self.digests) {
            let same = digest.ct_eq(&given);
            place.conditional_assign(&index, same);
            found |= same;
        }
        let caller = self.callers.get(place as usize);
        let caller = caller.filter(|_| found.into()).ok_or(Refusal::Invalid)?;
        if let Some(bucket) = &caller.bucket {
            bucket
                .take(now)
                .map_err(|retry_after| Refusal::Limited { retry_after })?;
        }
        Ok(caller.clone())
    }
}

/// Returns the SHA-256 of a token as it stands in a tokens file, in
/// hexadecimal digits.
#[must_use]
pub fn digest_hex(token: &[u8]) -> String {
    hex(&Sha256::digest(token))
}

/// Writes bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn parse_digest(field: &str) -> Option<[u8; 32]> {
    let digits = field.strip_prefix(DIGEST_PREFIX)?.as_bytes();
    let mut digest = [0; 32];
    if digits.len() != 2 * digest.len() {
        return None;
    }
    for (byte, pair) in digest.iter_mut().zip(digits.chunks_exact(2)) {
        let [high, low] = [pair[0], pair[1]].map(|digit| char::from(digit).to_digit(16));
        *byte = u8::try_from(high? << 4 | low?).ok()?;
    }
    Some(digest)
}

fn parse_rate(field: &str) -> Result<Rate, &'static str> {
    field
        .strip_prefix(RATE_PREFIX)
        .and_then(|rate| rate.parse().ok())
        .ok_or("a rate is rate= and a number from 1 to 1000000 with /s, /m or /h")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, token: &str, rest: &str) -> String {
        format!("{name} sha256:{} {rest}\n", digest_hex(token.as_bytes()))
    }

    fn parse(text: &str) -> Tokens {
        Tokens::parse(text, None).expect("sound")
    }

    #[test]
    fn a_token_is_known_by_its_digest_and_belongs_to_one_name() {
        let tokens = parse(&format!(
            "# who may call\n\n{}{}{}",
            line("a", "one", ""),
            line("b", "two", ""),
            line("a", "three", "")
        ));
        assert_eq!(tokens.len(), 3);
        let admitted = |token: &str| {
            let admitted = tokens.admit(token.as_bytes(), Instant::now());
            admitted.map(|caller| caller.name().to_owned())
        };
        assert_eq!(admitted("one"), Ok("a".to_owned()));
        assert_eq!(admitted("two"), Ok("b".to_owned()));
        assert_eq!(admitted("three"), Ok("a".to_owned()));
        for wrong in ["", "on", "One", "one "] {
            assert_eq!(admitted(wrong), Err(Refusal::Invalid), "{wrong:?}");
        }
        // The well-known digest of "abc", as sha256sum prints it.
        let digest = "BA7816BF8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert!(
            parse(&format!("x sha256:{digest}"))
                .admit(b"abc", Instant::now())
                .is_ok()
        );
    }

    #[test]
    fn without_a_token_nobody_may_call() {
        assert_eq!(
            parse("").admit(b"", Instant::now()).err(),
            Some(Refusal::Invalid)
        );
    }

    #[test]
    fn a_wrong_line_is_named_without_what_it_holds() {
        let good = line("a", "one", "");
        for (bad, expected) in [
            ("secret", "sha256:"),
            ("a secret", "sha256:"),
            ("a sha256:abcd", "64"),
            (line("b", "two", "rate=0/s").as_str(), "rate"),
            (line("b", "two", "rate=fast").as_str(), "rate"),
            (line("b", "two", "rate=1/s more").as_str(), "after the rate"),
            (line("b", "one", "").as_str(), "already"),
            (line("a", "two", "rate=1/s").as_str(), "one rate"),
            (line(&"n".repeat(65), "two", "").as_str(), "64 bytes"),
        ] {
            let error = Tokens::parse(&format!("{good}{bad}"), None).expect_err(bad);
            let told = error.to_string();
            assert!(
                told.starts_with("line 2: ") && told.contains(expected),
                "{told}"
            );
            assert!(!told.contains("secret"), "{told}");
        }
    }

    #[test]
    fn a_rate_is_shared_by_a_name_and_survives_a_reload() {
        let text = line("a", "old", "rate=2/m") + &line("a", "new", "rate=2/m");
        let tokens = parse(&text);
        let now = Instant::now();
        tokens.admit(b"old", now).expect("the first");
        let Err(Refusal::Limited { retry_after }) = tokens.admit(b"new", now) else {
            panic!("a second call at once");
        };
        assert_eq!(retry_after, Duration::from_secs(30));
        let again = Tokens::parse(&text, Some(&tokens)).expect("sound");
        assert!(again.admit(b"new", now).is_err());
        assert!(again.admit(b"new", now + retry_after).is_ok());
        let faster = text.replace("2/m", "3/m");
        let changed = Tokens::parse(&faster, Some(&tokens)).expect("sound");
        assert!(changed.admit(b"new", now).is_ok());
    }
}
