//! The comments of a proto file.

use prost_reflect::prost_types::FileDescriptorProto;

/// Returns the comment above what has `path` in `file`: lines joined,
/// paragraphs kept, as Markdown takes it.
pub(super) fn comment(file: &FileDescriptorProto, path: &[i32]) -> String {
    let locations = file.source_code_info.iter().flat_map(|info| &info.location);
    let mut here = locations.filter(|location| location.path == path);
    let found = here.find_map(|location| location.leading_comments.as_deref());
    join(found.unwrap_or_default())
}

fn join(comment: &str) -> String {
    let paragraphs = comment.split("\n\n").map(|paragraph| {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
        lines.join(" ").trim().to_owned()
    });
    let all: Vec<String> = paragraphs.filter(|one| !one.is_empty()).collect();
    all.join("\n\n")
}

/// Returns the first sentence, without its full stop.
pub(super) fn first_sentence(comment: &str) -> &str {
    let end = comment.find(". ").unwrap_or(comment.len());
    comment[..end].trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_paragraphs_kept() {
        let joined = join(" One line\n and more.\n\n Two.\n");
        assert_eq!(joined, "One line and more.\n\nTwo.");
        assert_eq!(first_sentence("One. Two."), "One");
        assert_eq!(first_sentence("One."), "One");
        assert_eq!(first_sentence(""), "");
    }
}
