//! Keeps window updates from h2 that come too late for it.
//!
//! A server that wants a connection to end says GOAWAY, pings, and at the
//! answer says GOAWAY again with the last stream that it takes on. Clients may
//! have opened one more by then. h2 rightly ignores the head of such a stream,
//! but takes a window update for it for an offence and cuts the connection,
//! with all calls on it (seen in h2 0.4.20, with calls by grpcio). So those
//! updates are left out; nothing depends on them.

/// What opens HTTP/2; without it the bytes are none of ours.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// Length, kind, flags and stream of a frame.
const HEAD_BYTES: usize = 9;
const HEADERS: u8 = 0x1;
const PING: u8 = 0x6;
const WINDOW_UPDATE: u8 = 0x8;
const ACK: u8 = 0x1;
/// What h2 sends in the ping that follows its first GOAWAY.
const SHUTDOWN_PING: [u8; 8] = [0x0b, 0x7b, 0xa2, 0xf0, 0x8b, 0x9b, 0xfe, 0x54];

/// Follows the frames that a client sends.
#[derive(Debug)]
pub(super) struct LateUpdates {
    stage: Stage,
    head: [u8; HEAD_BYTES],
    ping: [u8; SHUTDOWN_PING.len()],
    /// Highest stream that was opened before the ping was answered.
    highest: u32,
    answered: bool,
}

/// What comes next, or how much of it is there already.
#[derive(Debug, Clone, Copy)]
enum Stage {
    Preface(usize),
    Head(usize),
    Ping(usize),
    Payload {
        left: usize,
        kept: bool,
    },
    /// Another protocol.
    Foreign,
}

impl LateUpdates {
    pub(super) const fn new() -> Self {
        Self {
            stage: Stage::Preface(0),
            head: [0; HEAD_BYTES],
            ping: [0; SHUTDOWN_PING.len()],
            highest: 0,
            answered: false,
        }
    }

    /// Tells whether the client speaks HTTP/2.
    pub(super) const fn opened(&self) -> bool {
        !matches!(self.stage, Stage::Preface(_) | Stage::Foreign)
    }

    /// Tells whether updates may be late from here on.
    pub(super) const fn answered(&self) -> bool {
        self.answered
    }

    /// Follows bytes. Returns how many of them pass as they are; of those
    /// after the answer to the ping, what passes goes to `passed`.
    pub(super) fn follow(&mut self, bytes: &[u8], passed: &mut Vec<u8>) -> usize {
        let mut at = 0;
        let mut direct = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let unanswered = !self.answered;
            at += self.step(rest, passed);
            if unanswered {
                direct = at;
            }
        }
        direct
    }

    /// Follows bytes to the end of the stage at most; returns how many.
    fn step(&mut self, bytes: &[u8], passed: &mut Vec<u8>) -> usize {
        match self.stage {
            Stage::Foreign => bytes.len(),
            Stage::Preface(have) => self.preface(have, bytes),
            Stage::Head(have) => {
                let taken = gather(&mut self.head, have, bytes);
                self.stage = Stage::Head(have + taken);
                if have + taken == HEAD_BYTES {
                    self.open(passed);
                }
                taken
            }
            Stage::Ping(have) => {
                let taken = gather(&mut self.ping, have, bytes);
                self.stage = Stage::Ping(have + taken);
                if have + taken == self.ping.len() {
                    self.stage = Stage::Head(0);
                    self.answered |= self.ping == SHUTDOWN_PING;
                }
                taken
            }
            Stage::Payload { left, kept } => {
                let taken = left.min(bytes.len());
                if kept && self.answered {
                    passed.extend_from_slice(&bytes[..taken]);
                }
                self.stage = payload(left - taken, kept);
                taken
            }
        }
    }

    fn preface(&mut self, have: usize, bytes: &[u8]) -> usize {
        let expected = &PREFACE[have..];
        let taken = expected.len().min(bytes.len());
        self.stage = if bytes[..taken] != expected[..taken] {
            Stage::Foreign
        } else if taken == expected.len() {
            Stage::Head(0)
        } else {
            Stage::Preface(have + taken)
        };
        taken
    }

    /// Decides about a frame by its head.
    fn open(&mut self, passed: &mut Vec<u8>) {
        let [a, b, c, kind, flags, stream @ ..] = self.head;
        let length = u32::from_be_bytes([0, a, b, c]) as usize;
        let stream = u32::from_be_bytes(stream) & (u32::MAX >> 1);
        let kept = !(self.answered && kind == WINDOW_UPDATE && stream > self.highest);
        let ping = kind == PING && flags & ACK != 0 && length == self.ping.len();
        self.stage = payload(length, kept);
        if self.answered {
            if kept {
                passed.extend_from_slice(&self.head);
            }
        } else if ping {
            self.stage = Stage::Ping(0);
        } else if kind == HEADERS {
            self.highest = self.highest.max(stream);
        }
    }
}

/// Returns the stage of a payload of which some is left, or none.
const fn payload(left: usize, kept: bool) -> Stage {
    match left {
        0 => Stage::Head(0),
        _ => Stage::Payload { left, kept },
    }
}

/// Fills `buffer`, of which `have` bytes are there; returns how many came.
fn gather(buffer: &mut [u8], have: usize, bytes: &[u8]) -> usize {
    let taken = (buffer.len() - have).min(bytes.len());
    buffer[have..have + taken].copy_from_slice(&bytes[..taken]);
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(kind: u8, flags: u8, stream: u8, payload: &[u8]) -> Vec<u8> {
        let length = u8::try_from(payload.len()).expect("short");
        let head = [0, 0, length, kind, flags, 0, 0, 0, stream];
        [&head, payload].concat()
    }

    /// Sends bytes in pieces and returns what passes.
    fn sent(bytes: &[u8], piece: usize) -> Vec<u8> {
        let mut late = LateUpdates::new();
        let mut all = Vec::new();
        for piece in bytes.chunks(piece) {
            let mut passed = Vec::new();
            let direct = late.follow(piece, &mut passed);
            all.extend_from_slice(&piece[..direct]);
            all.append(&mut passed);
        }
        all
    }

    #[test]
    fn updates_for_streams_that_came_too_late_are_left_out() {
        let update = |stream| frame(WINDOW_UPDATE, 0, stream, &[0, 0, 0, 5]);
        let before = [
            PREFACE.to_vec(),
            frame(0x4, 0, 0, &[]),
            frame(HEADERS, 0x4, 1, b"head"),
            // Of a stream that is not open: to be judged by h2.
            update(9),
            frame(PING, ACK, 0, b"12345678"),
            frame(HEADERS, 0x4, 3, b"head"),
            frame(PING, ACK, 0, &SHUTDOWN_PING),
        ];
        let (open, other, late) = (update(3), update(0), update(5));
        let head = frame(HEADERS, 0x4, 5, b"head");
        let data = frame(0x0, 0x1, 3, b"data");
        let before = before.concat();
        let all = [&before, &open, &head, &late, &other, &data, &late].map(Vec::as_slice);
        let kept = [&before, &open, &head, &other, &data].map(Vec::as_slice);
        for piece in 1..all.concat().len() {
            assert_eq!(sent(&all.concat(), piece), kept.concat(), "{piece}");
        }
    }

    #[test]
    fn other_protocols_pass() {
        let text = [b"PRI * HTTP/1.1\r\n".as_slice(), &SHUTDOWN_PING].concat();
        for piece in 1..text.len() {
            assert_eq!(sent(&text, piece), text);
        }
    }
}
