//! Learning as a whole.

use super::*;
use crate::summary::account::tests::news_row;

/// A document of sentences with features of no meaning.
pub(super) fn example(labels: &[f32], weight: f32) -> Example {
    Example {
        rows: vec![news_row(); labels.len()],
        labels: labels.to_vec(),
        weight,
    }
}

/// Documents of eight sentences where the third feature, of eight values,
/// tells the label, and the fifth tells nothing.
fn documents(count: usize) -> Vec<Example> {
    let mut random = crate::random::SplitMix(11);
    let mut document = |_| {
        let mut made = example(&[0.0; 8], 1.0);
        for (row, label) in made.rows.iter_mut().zip(&mut made.labels) {
            let value = u8::try_from(random.below(8)).expect("below 8");
            row[2] = f32::from(value);
            row[4] = f32::from(u8::try_from(random.below(200)).expect("below 200"));
            *label = f32::from(value) / 7.0;
        }
        made
    };
    (0..count).map(&mut document).collect()
}

fn small() -> Recipe {
    let recipe = Recipe::default();
    let few = |how: Boosting| Boosting {
        trees: 20,
        min_rows: 5,
        features: 1.0,
        ..how
    };
    Recipe {
        headline: few(recipe.headline),
        choice: few(recipe.choice),
        order: few(recipe.order),
        base_weight: 0.0,
        ..recipe
    }
}

fn learn(recipe: Recipe, headlines: &[Example], examples: &[Example]) -> Ranker {
    let trainer = Trainer::new(recipe, headlines, &|| ()).expect("headlines");
    let examples: Vec<&Example> = examples.iter().collect();
    trainer.fit(&examples, &|| ()).expect("examples")
}

#[test]
fn what_tells_the_label_orders_new_documents() {
    let documents = documents(60);
    let ranker = learn(small(), &[], &documents[..50]);
    for unseen in &documents[50..] {
        let scores = ranker.scores(&unseen.rows);
        let best = (0..8).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
        let most = unseen.labels.iter().copied().fold(0.0, f32::max);
        assert_eq!(
            unseen.labels[best.expect("eight")].to_bits(),
            most.to_bits()
        );
    }
}

#[test]
fn the_same_examples_give_the_same_bytes() {
    let documents = documents(40);
    let bytes = |seed| {
        let recipe = Recipe { seed, ..small() };
        learn(recipe, &documents[..10], &documents[10..])
            .to_bytes()
            .expect("few trees")
    };
    assert_eq!(bytes(1), bytes(1));
    assert_ne!(bytes(1), bytes(2));
}

#[test]
fn what_was_learnt_of_headlines_is_looked_at() {
    let documents = documents(60);
    let with = learn(small(), &documents[..30], &documents[30..]);
    let without = learn(small(), &[], &documents[30..]);
    assert_ne!(with.to_bytes(), without.to_bytes());
    let read = Ranker::from_bytes(&with.to_bytes().expect("few trees")).expect("sound");
    let rows = &documents[0].rows;
    assert_eq!(read.scores(rows), with.scores(rows));
}

#[test]
fn progress_is_told_tree_by_tree() {
    let documents = documents(12);
    let told = std::cell::Cell::new(0);
    let on_tree = || told.set(told.get() + 1);
    let (headline, labelled) = Trainer::trees(&small(), 2);
    let trainer = Trainer::new(small(), &documents[..2], &on_tree).expect("headlines");
    assert_eq!(told.replace(0), headline);
    let examples: Vec<&Example> = documents.iter().collect();
    trainer.fit(&examples, &on_tree).expect("examples");
    assert_eq!(told.get(), labelled);
}

#[test]
fn what_teaches_nothing_is_an_error() {
    let trainer = Trainer::new(small(), &[], &|| ()).expect("no headline");
    let fit = |examples: &[&Example]| trainer.fit(examples, &|| ()).map(|_| ()).unwrap_err();
    assert_eq!(fit(&[]), TrainError::NoExample);
    let level = example(&[0.5, 0.5], 1.0);
    assert_eq!(fit(&[&level]), TrainError::NothingToOrder);
    let good = example(&[0.0, 1.0], 1.0);
    for bad in [
        example(&[0.0, 1.5], 1.0),
        example(&[0.0, f32::NAN], 1.0),
        example(&[0.0, 1.0], 0.0),
        Example {
            rows: Vec::new(),
            ..good.clone()
        },
    ] {
        assert_eq!(fit(&[&good, &bad]), TrainError::BadExample(1));
        let headlines = Trainer::new(small(), &[bad], &|| ()).map(|_| ());
        assert_eq!(headlines.unwrap_err(), TrainError::BadExample(0));
    }
}
