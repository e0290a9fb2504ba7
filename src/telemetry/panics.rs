//! Panics in the log: where, and what only if it is fixed words. A message
//! that was put together may quote a document, as that of a bad index into a
//! string does.

use std::any::Any;
use std::panic::{self, PanicHookInfo};

/// Has panics logged instead of printed.
pub(super) fn keep_secret() {
    panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info.location().map(tracing::field::display);
        tracing::error!(place, cause = fixed_words(info.payload()), "panicked");
    }));
}

/// Returns the message of a panic if it was there when the program was built.
fn fixed_words(payload: &dyn Any) -> Option<&'static str> {
    payload.downcast_ref::<&'static str>().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_quotes_is_kept_secret() {
        let fixed = panic::catch_unwind(|| panic!("on purpose")).expect_err("a panic");
        assert_eq!(fixed_words(fixed.as_ref()), Some("on purpose"));
        let text = String::from("نص لا يخرج");
        let quoting = panic::catch_unwind(|| text[..1].len()).expect_err("a panic");
        assert_eq!(fixed_words(quoting.as_ref()), None);
    }
}
