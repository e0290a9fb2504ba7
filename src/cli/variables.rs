//! Environment variables that nothing reads, most often for a slip of the pen.

use std::collections::BTreeSet;

use clap::CommandFactory as _;

use super::Cli;

/// What the names of all variables begin with.
const PREFIX: &str = "MUJAZ_";
/// Parts of the names that Kubernetes gives every container when a service is called mujaz:
/// `MUJAZ_SERVICE_HOST`, `MUJAZ_PORT_50051_TCP`.
const OF_CLUSTER: [&str; 2] = ["_SERVICE_", "_PORT"];

/// Returns the names among `set` that look like ours and are not, in alphabetical order.
pub(crate) fn unknown(set: impl Iterator<Item = String>) -> BTreeSet<String> {
    let known = known();
    set.filter(|name| name.starts_with(PREFIX) && !known.contains(name))
        .filter(|name| !OF_CLUSTER.iter().any(|part| name.contains(part)))
        .collect()
}

/// Lists the variables of all commands: one environment may serve several.
fn known() -> BTreeSet<String> {
    let cli = Cli::command();
    let commands = cli.get_subcommands();
    let arguments = commands.flat_map(clap::Command::get_arguments);
    let variables = arguments.filter_map(clap::Arg::get_env);
    variables
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_settings_and_from_what_a_cluster_sets() {
        let set = [
            "MUJAZ_LISTEN", "MUJAZ_TLS_CERT", "MUJAZ_CLIENT_TLS_CA", "MUJAZ_HEALTH_ADDR",
            "MUJAZ_CAPCITY", "MUJAZ_SERVICE_HOST", "MUJAZ_PORT_50051_TCP_ADDR", "PATH",
        ];
        let unknown = unknown(set.into_iter().map(str::to_owned));
        assert_eq!(unknown.into_iter().collect::<Vec<_>>(), ["MUJAZ_CAPCITY"]);
    }
}
