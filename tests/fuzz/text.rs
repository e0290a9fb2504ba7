//! Files that people write: taxonomies and tokens.

use std::time::Instant;

use mujaz::tokens::{Tokens, digest_hex};
use mujaz::topic::taxonomy::Taxonomy;

use crate::fuzz;

const TAXONOMY: &str = r#"
version = "1"

[[topics]]
id = "sea"
names = { en = "The sea", ar = "البحر" }
descriptions = { en = "Ships and harbours" }
iptc = ["medtop:20000000"]

[[topics]]
id = "ships"
parent = "sea"
names = { en = "Ships" }
descriptions = { en = "Ships alone" }
iptc = []
"#;

#[test]
fn taxonomies() {
    fuzz("taxonomy", vec![TAXONOMY.into()], |input| {
        if let Ok(taxonomy) = Taxonomy::parse(&String::from_utf8_lossy(input)) {
            for (place, topic) in taxonomy.topics.iter().enumerate() {
                assert_eq!(taxonomy.position(&topic.id), Some(place));
                assert!(!topic.name("ar").is_empty());
            }
        }
    });
}

#[test]
fn tokens_files() {
    let lines = [
        format!("newsroom sha256:{} rate=100/s", digest_hex(b"one")),
        format!("archive sha256:{}", digest_hex(b"two")),
        "# nobody".to_owned(),
        String::new(),
    ];
    fuzz("tokens", vec![lines.join("\n").into()], |input| {
        let text = String::from_utf8_lossy(input);
        if let Ok(tokens) = Tokens::parse(&text, None) {
            let again = Tokens::parse(&text, Some(&tokens)).expect("the same");
            assert_eq!(again.len(), tokens.len());
            let _ = tokens.admit(b"one", Instant::now());
        }
    });
}
