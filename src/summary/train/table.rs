//! Features in bins, column by column: to try a split is to add up bins (Ke
//! et al., "LightGBM", NIPS 2017).

/// Most bins of a feature: what a byte holds.
pub(super) const MOST_BINS: usize = 256;

/// The features of all sentences that trees may look at.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: usize,
}

/// The values of one feature.
#[derive(Debug)]
pub(super) struct Column {
    /// Position among all features.
    pub(super) feature: usize,
    /// Bin of each sentence.
    pub(super) bins: Vec<u8>,
    /// Thresholds between one bin and the next, ascending.
    pub(super) bounds: Vec<f32>,
}

impl Table {
    /// Sorts the values of each feature that may be seen into bins; those
    /// with one value only are left out.
    pub(super) fn new(columns: &[Vec<f32>], may_see: impl Fn(usize) -> bool) -> Self {
        let seen = columns.iter().enumerate().filter(|(at, _)| may_see(*at));
        Self {
            columns: seen
                .map(|(feature, values)| Column::new(feature, values))
                .filter(|column| !column.bounds.is_empty())
                .collect(),
            rows: columns.first().map_or(0, Vec::len),
        }
    }
}

impl Column {
    fn new(feature: usize, values: &[f32]) -> Self {
        let bounds = bounds(values);
        let bin = |value: &f32| bounds.partition_point(|bound| value > bound);
        Self {
            feature,
            bins: values.iter().map(|value| to_byte(bin(value))).collect(),
            bounds,
        }
    }
}

/// A bin's number; there are no more than bytes.
#[expect(clippy::cast_possible_truncation, reason = "below MOST_BINS")]
pub(super) fn to_byte(bin: usize) -> u8 {
    bin as u8
}

/// Finds thresholds that cut the values into bins of much the same size, or
/// into one for each value where these are few; each is midway between two
/// values that occur.
fn bounds(values: &[f32]) -> Vec<f32> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f32::total_cmp);
    let steps = || {
        sorted
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| pair[0] < pair[1])
    };
    let few = steps().count() < MOST_BINS;
    let mut bounds = Vec::new();
    let mut first = 0;
    for (at, pair) in steps() {
        let next = at + 1;
        let bins_left = MOST_BINS - bounds.len();
        let is_full = (next - first) * bins_left >= sorted.len() - first;
        if few || (is_full && bins_left > 1) {
            bounds.push(midway(pair[0], pair[1]));
            first = next;
        }
    }
    bounds
}

/// A threshold at or above the lower and below the upper value, even where
/// no number lies between them.
fn midway(lower: f32, upper: f32) -> f32 {
    let middle = lower + (upper - lower) / 2.0;
    if middle < upper { middle } else { lower }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_values_have_a_bin_each() {
        let column = Column::new(3, &[2.0, 0.0, 2.0, 1.0]);
        assert_eq!(column.bounds, [0.5, 1.5]);
        assert_eq!(column.bins, [2, 0, 2, 1]);
    }

    #[test]
    fn many_values_fill_bins_evenly() {
        let values: Vec<f32> = (0_u16..2560).map(f32::from).collect();
        let column = Column::new(0, &values);
        let mut counts = [0; MOST_BINS];
        for &bin in &column.bins {
            counts[usize::from(bin)] += 1;
        }
        assert_eq!(counts, [10; MOST_BINS]);
    }

    #[test]
    fn a_frequent_value_does_not_cost_the_others_their_bins() {
        let mut values = vec![0.0; 10_000];
        values.extend((1_u16..1000).map(f32::from));
        assert_eq!(bounds(&values).len(), MOST_BINS - 1);
    }

    #[test]
    fn thresholds_part_neighbouring_numbers() {
        let low = 1.0_f32;
        let high = low.next_up();
        assert_eq!(Column::new(0, &[low, high]).bins, [0, 1]);
    }

    #[test]
    fn what_never_varies_is_left_out() {
        let table = Table::new(&[vec![1.0, 1.0], vec![0.0, 1.0], vec![1.0, 0.0]], |at| {
            at < 2
        });
        assert_eq!(table.columns.len(), 1);
        assert_eq!((table.columns[0].feature, table.rows), (1, 2));
    }
}
