//! What a model file has not of the taxonomy that it was trained under.

use super::Taxonomy;

/// Most topics that a line names.
const MOST_NAMED: usize = 10;

/// What a model file has not of the taxonomy that it was trained under.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Topics that no document has.
    pub topics: Vec<String>,
    /// Topics whose parents no document has.
    pub parents: Vec<String>,
    /// Topics with terms, which are not part of a model.
    pub terms: Vec<String>,
}

impl LeftOut {
    /// Says what is left out, in a line; `None` when all is there.
    #[must_use]
    pub fn describe(&self) -> Option<String> {
        let lists = [
            ("topics without documents", &self.topics),
            ("parents of", &self.parents),
            ("terms of", &self.terms),
        ];
        let some = lists.iter().filter(|(_, ids)| !ids.is_empty());
        let told: Vec<String> = some
            .map(|(what, ids)| format!("{what} {}", first_of(ids)))
            .collect();
        (!told.is_empty()).then(|| told.join("; "))
    }
}

/// Names the first of many ids.
fn first_of(ids: &[String]) -> String {
    let named: Vec<String> = ids
        .iter()
        .take(MOST_NAMED)
        .map(|id| format!("{id:?}"))
        .collect();
    let named = named.join(", ");
    match ids.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

impl Taxonomy {
    /// Tells what a model that was trained under this taxonomy has not of it.
    #[must_use]
    pub fn left_out_of(&self, learnt: &Self) -> LeftOut {
        let kept = learnt.positions();
        let mut left_out = LeftOut::default();
        for topic in &self.topics {
            let list = match kept.get(topic.id.as_str()) {
                None => &mut left_out.topics,
                Some(&at) if learnt.topics[at].parent != topic.parent => &mut left_out.parents,
                Some(_) => continue,
            };
            list.push(topic.id.clone());
        }
        let with_terms = self.topics.iter().filter(|topic| !topic.terms.is_empty());
        left_out.terms = with_terms.map(|topic| topic.id.clone()).collect();
        left_out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_model_has_not_of_its_taxonomy_is_told() {
        let toml = "version = \"1\"\n[[topics]]\nid = \"a\"\n[[topics]]\nid = \"b\"\n\
            parent = \"a\"\nterms = { en = [\"x\"] }";
        let taxonomy = Taxonomy::parse(toml).expect("sound");
        let of = |ids: &[&str]| {
            let ids = ids.iter().map(|&id| id.to_owned());
            let learnt = Taxonomy::of_ids("1", ids).expect("sound");
            taxonomy.left_out_of(&learnt).describe()
        };
        let told = "topics without documents \"a\"; parents of \"b\"; terms of \"b\"";
        assert_eq!(of(&["b"]).as_deref(), Some(told));
        let whole = taxonomy.left_out_of(&taxonomy).describe();
        assert_eq!(whole.as_deref(), Some("terms of \"b\""));
        let none = Taxonomy::of_ids("1", ["a".to_owned()]).expect("sound");
        assert_eq!(none.left_out_of(&none).describe(), None);
    }
}
