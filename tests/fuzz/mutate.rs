//! Changes to inputs, from a stream of numbers that a seed fixes.

/// Longest input: longer ones find nothing that these do not, later.
const MAX_LEN: usize = 6_000;
/// Most changes to one input.
const MAX_CHANGES: usize = 6;

/// Pieces that have broken readers of texts, lengths and numbers: marks that
/// join or turn, halves of characters, the largest and smallest of numbers.
const PIECES: [&[u8]; 24] = [
    "\u{200d}".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{651}\u{64b}".as_bytes(),
    "ـ".as_bytes(),
    "لا".as_bytes(),
    "।".as_bytes(),
    "。".as_bytes(),
    "👩‍👩‍👧".as_bytes(),
    "\r\n\r\n".as_bytes(),
    "\u{2028}".as_bytes(),
    b"...",
    b"\xd9",
    b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
    b"\x80\x80\x80\x80\x08",
    b"\0",
    b"\x7f",
    b"18446744073709551616",
    b"-1",
    b"1e999",
    b"NaN",
    b"null",
    b"\"",
    b"[[[[[[[[",
];

/// Makes inputs of others.
pub(crate) struct Mutator(u64);

impl Mutator {
    pub(crate) fn new(seed: u64) -> Self {
        // A xorshift stays at zero.
        Self(seed.max(1))
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).expect("small");
        usize::try_from(self.next() % end).expect("below a usize")
    }

    fn range(&mut self, len: usize) -> std::ops::Range<usize> {
        let start = self.below(len + 1);
        let most = (len - start).min(64);
        start..start + self.below(most + 1)
    }

    /// Takes an input of the pool and changes it.
    pub(crate) fn mutate(&mut self, pool: &[Vec<u8>]) -> Vec<u8> {
        let mut input = pool[self.below(pool.len())].clone();
        for _ in 0..=self.below(MAX_CHANGES) {
            self.change(&mut input, pool);
        }
        input.truncate(MAX_LEN);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, pool: &[Vec<u8>]) {
        let at = self.below(input.len() + 1);
        match self.below(7) {
            0 => {
                let bit = self.below(8);
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            1 => {
                let new = self.next().to_le_bytes()[0];
                if let Some(byte) = input.get_mut(at) {
                    *byte = new;
                }
            }
            2 => {
                let range = self.range(input.len());
                input.drain(range);
            }
            3 => {
                let range = self.range(input.len());
                let copy = input[range].to_vec();
                input.splice(at..at, copy);
            }
            4 => input.truncate(at),
            5 => {
                let other = &pool[self.below(pool.len())];
                let range = self.range(other.len());
                input.splice(at..at, other[range].iter().copied());
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(at..at, piece.iter().copied());
            }
        }
    }
}
