//! The largest singular values of a sparse matrix and their right vectors, by
//! subspace iteration (Golub and Van Loan, Matrix Computations, 8.2.4): time
//! linear in the entries, and the same result on every machine.

use super::vector::SparseVector;
use crate::pace::Pace;

/// One dimension of the decomposition.
#[derive(Debug)]
pub(super) struct Dimension {
    /// The singular value.
    pub(super) value: f64,
    /// The right singular vector, one part for each column.
    pub(super) vector: Vec<f64>,
}

/// Steps of the iteration; ranking needs the space, not the last digit.
const STEPS: usize = 24;
/// Norm below which a vector is nothing but rounding.
const NEGLIGIBLE: f64 = 1e-9;

/// Returns at most `dimensions` of the largest singular values, falling, of
/// the matrix with these columns and `rows` rows, less exact when the time is
/// spent before.
pub(super) fn right_vectors(
    columns: &[SparseVector],
    rows: usize,
    dimensions: usize,
    pace: &Pace<'_>,
) -> Vec<Dimension> {
    let size = dimensions.min(columns.len());
    let mut basis: Vec<Vec<f64>> = (0..size).map(|at| start(at, columns.len())).collect();
    orthonormalize(&mut basis);
    let mut dense = vec![0.0; rows];
    for _ in 0..STEPS {
        if pace.is_spent() {
            break;
        }
        for vector in &mut basis {
            *vector = multiply(columns, vector, &mut dense);
        }
        // Sorting by length keeps the strong directions in front, where
        // orthogonalisation leaves them alone.
        basis.sort_by(|a, b| norm(b).total_cmp(&norm(a)));
        orthonormalize(&mut basis);
    }
    let mut found: Vec<Dimension> = basis
        .into_iter()
        .map(|vector| Dimension {
            value: image_norm(columns, &vector, &mut dense),
            vector,
        })
        .collect();
    found.sort_by(|a, b| b.value.total_cmp(&a.value));
    found
}

/// A start vector without structure that a document could have, from a
/// multiplicative hash of its place.
fn start(at: usize, length: usize) -> Vec<f64> {
    const MULTIPLIER: u32 = 2_654_435_761;
    let mut state = u32::try_from(at).unwrap_or(0).wrapping_mul(MULTIPLIER) | 1;
    (0..length)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            f64::from(state) / f64::from(u32::MAX) - 0.5
        })
        .collect()
}

/// Multiplies by the transposed matrix times the matrix.
fn multiply(columns: &[SparseVector], vector: &[f64], dense: &mut [f64]) -> Vec<f64> {
    image(columns, vector, dense);
    columns.iter().map(|column| column.dot(dense)).collect()
}

fn image(columns: &[SparseVector], vector: &[f64], dense: &mut [f64]) {
    dense.fill(0.0);
    for (column, &factor) in columns.iter().zip(vector) {
        column.add_to(dense, factor);
    }
}

fn image_norm(columns: &[SparseVector], vector: &[f64], dense: &mut [f64]) -> f64 {
    image(columns, vector, dense);
    norm(dense)
}

/// Makes the vectors orthonormal (modified Gram-Schmidt), and those that
/// depend on earlier ones 0.
fn orthonormalize(basis: &mut [Vec<f64>]) {
    for at in 0..basis.len() {
        let (done, rest) = basis.split_at_mut(at);
        let Some(vector) = rest.first_mut() else {
            return;
        };
        for earlier in done.iter() {
            let along = dot(earlier, vector);
            for (value, part) in vector.iter_mut().zip(earlier) {
                *value -= along * part;
            }
        }
        let length = norm(vector);
        let factor = if length > NEGLIGIBLE {
            length.recip()
        } else {
            0.0
        };
        for value in vector {
            *value *= factor;
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn norm(vector: &[f64]) -> f64 {
    dot(vector, vector).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_singular_values_of_a_matrix_known_by_hand() {
        // Columns (3, 0), (4, 5) as rows of the textbook example: 3√5 and √5.
        let columns = [
            SparseVector {
                entries: vec![(0, 3.0), (1, 4.0)],
            },
            SparseVector {
                entries: vec![(1, 5.0)],
            },
        ];
        let found = right_vectors(&columns, 2, 8, &Pace::unlimited());
        assert_eq!(found.len(), 2);
        assert!((found[0].value - 45_f64.sqrt()).abs() < 1e-6);
        assert!((found[1].value - 5_f64.sqrt()).abs() < 1e-6);
        let part = 0.5_f64.sqrt();
        assert!(
            found[0]
                .vector
                .iter()
                .all(|value| (value.abs() - part).abs() < 1e-6)
        );
    }

    #[test]
    fn an_empty_matrix_has_no_dimension() {
        assert!(right_vectors(&[], 3, 8, &Pace::unlimited()).is_empty());
    }
}
