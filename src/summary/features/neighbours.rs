//! What stands right before and after a sentence.

use super::NAMES;

/// Features that are also read of the candidate before.
const OF_PREVIOUS: [&str; 3] = ["words", "title", "opening_new"];
/// Features that are also read of the candidate after.
const OF_NEXT: [&str; 4] = ["words", "title", "opening_new", "forward_centrality"];
/// Number of features of both kinds, the last ones of a row.
const COUNT: usize = OF_PREVIOUS.len() + OF_NEXT.len();

/// Fills the last features of each row from the rows beside it; 0 at the ends
/// of the text.
pub(super) fn fill(rows: &mut [super::Row]) {
    let previous = OF_PREVIOUS.map(place);
    let next = OF_NEXT.map(place);
    let start = NAMES.len() - COUNT;
    for at in 0..rows.len() {
        for (offset, &feature) in previous.iter().enumerate() {
            rows[at][start + offset] = if at > 0 { rows[at - 1][feature] } else { 0.0 };
        }
        for (offset, &feature) in next.iter().enumerate() {
            let value = rows.get(at + 1).map_or(0.0, |row| row[feature]);
            rows[at][start + previous.len() + offset] = value;
        }
    }
}

fn place(name: &str) -> usize {
    NAMES.iter().position(|one| *one == name).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_names_are_those_of_the_neighbours() {
        let expected = OF_PREVIOUS
            .iter()
            .map(|name| format!("previous_{name}"))
            .chain(OF_NEXT.iter().map(|name| format!("next_{name}")));
        let names = &NAMES[NAMES.len() - COUNT..];
        assert!(expected.eq(names.iter().map(|name| (*name).to_owned())));
        let exists = |name: &&str| NAMES.contains(name);
        assert!(OF_PREVIOUS.iter().all(exists) && OF_NEXT.iter().all(exists));
    }

    #[test]
    fn rows_are_read_of_both_sides() {
        let mut rows = [[0.0; NAMES.len()]; 3];
        for (row, value) in rows.iter_mut().zip([1.0, 2.0, 3.0]) {
            row[place("words")] = value;
        }
        fill(&mut rows);
        let of = |name| rows.map(|row| row[place(name)].to_string());
        assert_eq!(of("previous_words"), ["0", "1", "2"]);
        assert_eq!(of("next_words"), ["2", "3", "0"]);
    }
}
