//! Numbers that look random and are the same everywhere.

/// Steele, Lea and Flood's `SplitMix64` (OOPSLA 2014).
#[derive(Debug)]
pub(crate) struct SplitMix(pub(crate) u64);

impl SplitMix {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Draws a number below a bound, by the high half of a product.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the result is below the bound, a usize"
    )]
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// Draws a number in [0, 1).
    #[expect(clippy::cast_precision_loss, reason = "the 53 highest bits are exact")]
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Draws so many of the numbers below a bound, in ascending order.
    pub(crate) fn sample(&mut self, count: usize, bound: usize) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..bound).collect();
        for place in 0..count.min(bound) {
            let drawn = place + self.below(bound - place);
            numbers.swap(place, drawn);
        }
        numbers.truncate(count);
        numbers.sort_unstable();
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_no_number_twice_and_reaches_all() {
        let mut random = SplitMix(7);
        let mut seen = [false; 10];
        for _ in 0..50 {
            let sample = random.sample(3, 10);
            assert!(sample.len() == 3 && sample.is_sorted_by(|a, b| a < b));
            for number in sample {
                seen[number] = true;
            }
        }
        assert_eq!(seen, [true; 10]);
        assert_eq!(random.sample(9, 4), [0, 1, 2, 3]);
    }
}
