//! What the tests of the stemmers ask of each.

use crate::text::normalize::{Casing, normalize};

/// Asserts that the forms of each class, separated by white space, have one stem.
pub(super) fn assert_meet<'c>(stem: fn(&str) -> &str, classes: impl IntoIterator<Item = &'c str>) {
    for class in classes {
        let forms: Vec<String> = class.split_whitespace().map(shadow).collect();
        for form in &forms {
            assert_eq!(stem(form), stem(&forms[0]), "{form}");
        }
    }
}

/// Asserts that the two words of each pair have two stems.
pub(super) fn assert_apart(stem: fn(&str) -> &str, pairs: &[(&str, &str)]) {
    for (one, other) in pairs {
        assert_ne!(
            stem(&shadow(one)),
            stem(&shadow(other)),
            "{one} and {other}"
        );
    }
}

fn shadow(word: &str) -> String {
    normalize(word, Casing::Common)
}
