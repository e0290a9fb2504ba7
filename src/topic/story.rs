//! The part of a text that its topics are told from: all but what pages leave
//! around a story, whose menus, notices and names have topics of their own.

use crate::text::AnalyzedText;
use crate::text::sentence::SentenceKind;
use crate::text::word::Word;

/// A sentence of a story.
pub(crate) struct Part<'t> {
    /// Its position in [`AnalyzedText::sentences`].
    pub(crate) sentence: usize,
    pub(crate) words: &'t [Word],
    /// Words of the story before it.
    pub(crate) before: usize,
}

/// Lists the sentences of a story in order; all of the text where it has none.
pub(crate) fn parts<'t>(text: &'t AnalyzedText<'_>) -> impl Iterator<Item = Part<'t>> {
    let all = !text.sentences.iter().any(|one| is_story(one.kind));
    let sentences = text.sentences.iter().enumerate();
    let story = sentences.filter(move |(_, one)| all || is_story(one.kind));
    story.scan(0, |before, (sentence, one)| {
        let words = text.words_of(one);
        let part = Part {
            sentence,
            words,
            before: *before,
        };
        *before += words.len();
        Some(part)
    })
}

/// Counts the words of a story, up to a limit.
pub(crate) fn words(text: &AnalyzedText<'_>, limit: usize) -> usize {
    let mut count = 0;
    for part in parts(text) {
        count = part.before + part.words.len();
        if count >= limit {
            break;
        }
    }
    count.min(limit)
}

fn is_story(kind: SentenceKind) -> bool {
    !matches!(kind, SentenceKind::Link | SentenceKind::Byline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_leave_around_a_story_is_left_out() {
        let text = "Subscribe to our newsletter\n\nThe bank raised rates. Shares fell.";
        let text = AnalyzedText::new("", text, Some("en"));
        let parts: Vec<_> = parts(&text)
            .map(|part| (part.sentence, part.before))
            .collect();
        assert_eq!(parts, [(1, 0), (2, 4)]);
        assert_eq!(words(&text, 100), 6);
        assert_eq!(words(&text, 5), 5);
    }

    #[test]
    fn a_text_without_a_story_is_taken_as_it_is() {
        let text = AnalyzedText::new("", "Subscribe to our newsletter", Some("en"));
        assert_eq!(words(&text, 100), 4);
    }
}
