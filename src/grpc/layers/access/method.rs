//! The methods that there are, by which calls are told apart in log and
//! figures: callers may ask for any path, and each would be a series.

/// Where calls to no known method are counted, as OpenTelemetry's conventions
/// name them.
const OTHER: &str = "_OTHER";

const KNOWN: [&str; 11] = [
    "mujaz.v1.AnalysisService/AnalyzeDocument",
    "mujaz.v1.AnalysisService/SummarizeDocument",
    "mujaz.v1.AnalysisService/ClassifyDocument",
    "mujaz.v1.AnalysisService/BatchAnalyzeDocuments",
    "mujaz.v1.AnalysisService/StreamAnalyzeDocuments",
    "mujaz.v1.AnalysisService/ListTopics",
    "mujaz.v1.AnalysisService/GetServiceInfo",
    "grpc.health.v1.Health/Check",
    "grpc.health.v1.Health/Watch",
    "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
    "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
];

/// Returns the full name of the method that a path is of.
pub(super) fn name(path: &str) -> &'static str {
    let name = path.strip_prefix('/').unwrap_or(path);
    KNOWN
        .into_iter()
        .find(|known| *known == name)
        .unwrap_or(OTHER)
}

/// Tells whether probes and tools call a method, which nobody wants to read
/// of.
pub(super) fn is_routine(name: &str) -> bool {
    name.starts_with("grpc.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grpc::DESCRIPTORS;

    #[test]
    fn unknown_methods_are_one() {
        for path in [
            "/",
            "/mujaz.v1.AnalysisService/Made",
            "/x/y",
            "/grpc.health.v1.Health/List",
            "AnalyzeDocument",
        ] {
            assert_eq!(name(path), OTHER, "{path}");
        }
    }

    #[test]
    fn every_method_of_the_proto_is_known() {
        let methods = methods();
        assert_eq!(methods.len(), 7);
        for method in methods {
            let full = format!("mujaz.v1.AnalysisService/{method}");
            assert_eq!(name(&format!("/{full}")), full);
        }
    }

    fn methods() -> Vec<String> {
        let pool = prost_reflect::DescriptorPool::decode(DESCRIPTORS).expect("sound");
        let service = pool.get_service_by_name("mujaz.v1.AnalysisService");
        let service = service.expect("it is there");
        let names = service.methods().map(|method| method.name().to_owned());
        names.collect()
    }
}
