//! Why a sentence has its score, in columns.

use mujaz::grpc::pb;

/// Cells before the columns.
const LABEL: usize = 7;
/// Cells of the longest name, and of a name with its number and the space
/// after both.
const NAME: usize = 10;
const COLUMN: usize = NAME + " +0.00  ".len();
/// Contributions below this are written as nothing.
const SMALLEST: f64 = 0.005;

/// Writes the factors of a sentence, if it has any, in lines of at most
/// `width` cells: what its score is made of, then what counted when it was
/// chosen.
pub(super) fn lines(sentence: &pb::Sentence, width: usize) -> Vec<String> {
    let score = format!("{:.2} =", sentence.score);
    let mut lines = rows(&score, &sentence.factors, width);
    lines.extend(rows("beside", &sentence.selection_factors, width));
    lines
}

fn rows(label: &str, factors: &[pb::ScoreFactor], width: usize) -> Vec<String> {
    let cells: Vec<String> = factors
        .iter()
        .filter(|factor| factor.contribution.abs() >= SMALLEST)
        .map(cell)
        .collect();
    let columns = (width.saturating_sub(LABEL) / COLUMN).max(1);
    let rows = cells.chunks(columns).enumerate();
    rows.map(|(row, cells)| {
        let label = if row == 0 { label } else { "" };
        let line = format!("{label:<LABEL$}{}", cells.concat());
        line.trim_end().to_owned()
    })
    .collect()
}

fn cell(factor: &pb::ScoreFactor) -> String {
    let name = factor.kind().as_str_name().to_lowercase();
    let name = name.trim_start_matches("score_factor_kind_");
    format!("{name:<NAME$} {:+.2}  ", factor.contribution)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(kind: pb::ScoreFactorKind, contribution: f64) -> pb::ScoreFactor {
        pb::ScoreFactor {
            kind: kind.into(),
            contribution,
        }
    }

    #[test]
    fn factors_stand_in_columns() {
        let sentence = pb::Sentence {
            score: 0.75,
            factors: vec![
                factor(pb::ScoreFactorKind::Average, 0.5),
                factor(pb::ScoreFactorKind::Position, 0.3),
                factor(pb::ScoreFactorKind::Length, -0.052),
                factor(pb::ScoreFactorKind::Form, 0.002),
            ],
            selection_factors: vec![factor(pb::ScoreFactorKind::Redundancy, -0.1)],
            ..pb::Sentence::default()
        };
        let expected = [
            "0.75 = average    +0.50  position   +0.30",
            "       length     -0.05",
            "beside redundancy -0.10",
        ];
        assert_eq!(lines(&sentence, 44), expected);
        assert!(lines(&pb::Sentence::default(), 44).is_empty());
    }
}
