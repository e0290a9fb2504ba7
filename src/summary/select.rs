//! Chooses sentences within the caller's bounds: the set that is worth most
//! as a whole.
//!
//! What a set is worth is said in one place, [`Objective`]. A greedy search
//! (see `greedy`) gives a set with a known guarantee, and a branch and bound
//! (see `exact`) goes on from it: for the usual few sentences out of an
//! article it ends with the best set that there is.

mod bounds;
mod exact;
mod greedy;
mod objective;
mod repeats;
mod selection;
mod stories;

#[cfg(test)]
mod tests;

pub(super) use bounds::Bounds;
pub(super) use objective::{Objective, Rules};
pub(super) use repeats::find as repeats;

/// Chooses candidates, the most important first.
///
/// The most important sentence, which alone is worth most, is always chosen,
/// even when it alone breaks the bound of characters. Every set is put in the
/// order in which a greedy search would take it.
pub(super) fn select(objective: &Objective<'_>, bounds: &Bounds) -> Vec<usize> {
    let Some(first) = greedy::most_important(objective) else {
        return Vec::new();
    };
    if objective.is_sum() {
        // What the published algorithms do: by score, while there is room.
        return greedy::search(objective, bounds, first, greedy::Key::Gain);
    }
    let by_count = best(objective, &bounds.of_sentences(), first);
    let set = if bounds.hold(&by_count) {
        by_count
    } else {
        let sizes = bounds.sizes();
        let by_length = Objective {
            sizes: &sizes,
            ..*objective
        };
        best(&by_length, bounds, first)
    };
    greedy::in_order(objective, &set)
}

/// Finds the set with `first` in it that is worth most.
fn best(objective: &Objective<'_>, bounds: &Bounds, first: usize) -> Vec<usize> {
    let by_gain = greedy::search(objective, bounds, first, greedy::Key::Gain);
    let start = if bounds.has_lengths() {
        let by_density = greedy::search(objective, bounds, first, greedy::Key::Density);
        objective.better(by_gain, by_density)
    } else {
        by_gain
    };
    exact::improve(objective, bounds, first, start)
}
