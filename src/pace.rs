//! How long work may go on. Long loops of the core ask [`Pace`] at every step
//! and break off once it is spent; whoever started them asks it afterwards and
//! throws away what is unfinished.

use std::cell::Cell;
use std::time::Duration;

use thiserror::Error;

/// The time that somebody gives an analysis.
pub trait Budget {
    /// Returns the time that is left: zero when nobody waits any more.
    fn time_left(&self) -> Duration;
}

/// The time was spent before the work was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("stopped before the end")]
pub struct Stopped;

/// A budget that stays spent once it was seen so, which makes sure that work
/// that broke off is never taken for finished.
pub struct Pace<'b> {
    budget: Option<&'b dyn Budget>,
    spent: Cell<bool>,
}

impl std::fmt::Debug for Pace<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pace")
            .field("time_left", &self.time_left())
            .field("spent", &self.spent.get())
            .finish()
    }
}

impl<'b> Pace<'b> {
    /// All the time that it takes.
    #[must_use]
    pub const fn unlimited() -> Self {
        Self {
            budget: None,
            spent: Cell::new(false),
        }
    }

    /// The time of a budget.
    #[must_use]
    pub const fn within(budget: &'b dyn Budget) -> Self {
        Self {
            budget: Some(budget),
            spent: Cell::new(false),
        }
    }

    /// Returns the time that is left, [`Duration::MAX`] without an end.
    #[must_use]
    pub fn time_left(&self) -> Duration {
        self.budget.map_or(Duration::MAX, Budget::time_left)
    }

    /// Tells whether to break off.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        if !self.spent.get() && self.budget.is_some_and(|one| one.time_left().is_zero()) {
            self.spent.set(true);
        }
        self.spent.get()
    }

    /// Ends a step of the work.
    ///
    /// # Errors
    /// [`Stopped`] when the time is spent.
    pub fn check(&self) -> Result<(), Stopped> {
        if self.is_spent() {
            return Err(Stopped);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A budget that somebody refills after it was spent.
    struct Refilled(Cell<bool>);

    impl Budget for Refilled {
        fn time_left(&self) -> Duration {
            if self.0.replace(true) {
                Duration::MAX
            } else {
                Duration::ZERO
            }
        }
    }

    #[test]
    fn what_was_spent_stays_spent() {
        let budget = Refilled(Cell::new(false));
        let pace = Pace::within(&budget);
        assert!(pace.is_spent());
        assert_eq!(pace.time_left(), Duration::MAX);
        assert_eq!(pace.check(), Err(Stopped));
    }

    #[test]
    fn without_a_budget_there_is_no_end() {
        let pace = Pace::unlimited();
        assert_eq!(pace.check(), Ok(()));
        assert_eq!(pace.time_left(), Duration::MAX);
    }
}
