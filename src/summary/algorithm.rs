//! The algorithms by name, and the one place that runs them.

use super::factors::{self, Factor, ScoreFactor};
use super::vector::SentenceVectors;
use super::{
    centroid, edmundson, kl_sum, lead, lex_rank, lsa, luhn, pac_sum, ranked, reduction, sum_basic,
    text_rank,
};
use crate::pace::Pace;
use crate::text::AnalyzedText;

/// How sentences are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Algorithm {
    /// Mujaz's own.
    #[default]
    Ranked,
    /// The first sentences.
    Lead,
    /// Erkan and Radev 2004.
    LexRank,
    /// Mihalcea and Tarau 2004.
    TextRank,
    /// Zheng and Lapata 2019.
    PacSum,
    /// Radev et al. 2004.
    Centroid,
    /// Luhn 1958.
    Luhn,
    /// Edmundson 1969.
    Edmundson,
    /// Gong and Liu 2001; Steinberger and Ježek 2004.
    Lsa,
    /// Nenkova and Vanderwende 2005.
    SumBasic,
    /// Haghighi and Vanderwende 2009.
    KlSum,
    /// The Reduction summarizer of sumy.
    Reduction,
}

impl Algorithm {
    /// Every algorithm that can be named, in the order of the contract.
    pub const ALL: [Self; 12] = [
        Self::Ranked,
        Self::Lead,
        Self::LexRank,
        Self::TextRank,
        Self::PacSum,
        Self::Centroid,
        Self::Luhn,
        Self::Edmundson,
        Self::Lsa,
        Self::SumBasic,
        Self::KlSum,
        Self::Reduction,
    ];

    /// Returns the name as it is written on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ranked => "ranked",
            Self::Lead => "lead",
            Self::LexRank => "lex-rank",
            Self::TextRank => "text-rank",
            Self::PacSum => "pac-sum",
            Self::Centroid => "centroid",
            Self::Luhn => "luhn",
            Self::Edmundson => "edmundson",
            Self::Lsa => "lsa",
            Self::SumBasic => "sum-basic",
            Self::KlSum => "kl-sum",
            Self::Reduction => "reduction",
        }
    }

    /// Tells whether sentences are compared in pairs or in rounds, which takes
    /// much longer than reading them.
    #[must_use]
    pub const fn compares_pairs(self) -> bool {
        matches!(
            self,
            Self::LexRank | Self::TextRank | Self::Lsa | Self::KlSum
        )
    }
}

/// What an algorithm says of the candidate sentences.
pub(super) struct Ranking {
    /// One for each candidate, on a scale of the algorithm's own.
    pub(super) scores: Vec<f64>,
    /// Whether each candidate leans on the one before it; empty when the
    /// algorithm doesn't ask.
    pub(super) leans: Vec<bool>,
    /// Whether not all pairs of sentences were compared.
    pub(super) limited: bool,
}

impl Ranking {
    /// Holds the scores of an algorithm that compares pairs of sentences, and
    /// tells whether it compared all.
    pub(super) fn of_pairs(scores: Vec<f64>, limited: bool) -> Self {
        Self {
            scores,
            leans: Vec::new(),
            limited,
        }
    }
}

impl From<Vec<f64>> for Ranking {
    fn from(scores: Vec<f64>) -> Self {
        Self::of_pairs(scores, false)
    }
}

/// Scores the candidates by an algorithm; only some of them when the time is
/// spent before.
pub(super) fn rank(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
    algorithm: Algorithm,
    pace: &Pace<'_>,
) -> Ranking {
    match algorithm {
        Algorithm::Ranked => ranked::rank(text, vectors, pace),
        Algorithm::Lead => lead::rank(vectors.len()).into(),
        Algorithm::LexRank => lex_rank::rank(vectors, pace),
        Algorithm::TextRank => text_rank::rank(vectors, pace),
        Algorithm::PacSum => pac_sum::rank(vectors).into(),
        Algorithm::Centroid => centroid::rank(vectors).into(),
        Algorithm::Luhn => luhn::rank(text, vectors).into(),
        Algorithm::Edmundson => edmundson::rank(text, vectors).into(),
        Algorithm::Lsa => lsa::rank(vectors, pace),
        Algorithm::SumBasic => sum_basic::rank(vectors).into(),
        Algorithm::KlSum => kl_sum::rank(vectors, pace),
        Algorithm::Reduction => reduction::rank(vectors).into(),
    }
}

/// Says why each candidate has its value, relative to the average of all.
pub(super) fn parts(
    text: &AnalyzedText<'_>,
    vectors: &SentenceVectors,
    algorithm: Algorithm,
    values: &[f64],
) -> Vec<Vec<ScoreFactor>> {
    match algorithm {
        Algorithm::Ranked => ranked::parts(text, vectors),
        Algorithm::Lead => factors::whole(Factor::Position, values),
        _ => factors::whole(Factor::Algorithm, values),
    }
}
