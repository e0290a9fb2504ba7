//! What the layers tell calls apart by.

/// How a call is treated under load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// Analyses what one message holds.
    Analysis,
    /// Analyses documents as they come.
    AnalysisStream,
    /// Costs next to nothing and is never refused.
    Light,
    /// The same with messages as they come.
    LightStream,
}

impl Method {
    /// Tells the method by the path of a call.
    pub(super) fn of(path: &str) -> Self {
        if path.ends_with("/ServerReflectionInfo") {
            return Self::LightStream;
        }
        match path.strip_prefix("/mujaz.v1.AnalysisService/") {
            Some(
                "AnalyzeDocument"
                | "SummarizeDocument"
                | "ClassifyDocument"
                | "BatchAnalyzeDocuments",
            ) => Self::Analysis,
            Some("StreamAnalyzeDocuments") => Self::AnalysisStream,
            _ => Self::Light,
        }
    }
}
