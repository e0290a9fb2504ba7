//! Two servers on this machine behind a proxy, as they would be deployed.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use clap::ValueEnum;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, timeout};

use crate::server;

/// The ports of the configurations in `deploy`. None that the kernel gives to
/// outgoing connections: asking a port again and again on which nobody listens
/// yet could meet itself, and the server would find its port taken.
const PROXY_PORT: u16 = 25_060;
const PORTS: [u16; 2] = [25_061, 25_062];
/// Longer than the proxies take to notice that a server is not ready.
const DRAIN_DELAY: &str = "500ms";
/// Time in which a proxy notices that a server is ready again.
const NOTICED: Duration = Duration::from_millis(500);

/// Longer than the kernel keeps the port of an outgoing connection that was
/// closed, which may be the proxy's.
const PORT_TAKEN: Duration = Duration::from_secs(90);
/// Pause before a proxy that found its port taken is started again.
const PAUSE: Duration = Duration::from_secs(1);

/// A proxy, from the system's packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Proxy {
    Haproxy,
    Nginx,
}

impl Proxy {
    fn command(self) -> Command {
        let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
        match self {
            Self::Haproxy => {
                let mut command = Command::new("haproxy");
                command.arg("-q").arg("-db").arg("-f");
                command.arg(deploy.join("haproxy.cfg"));
                command
            }
            Self::Nginx => {
                let mut command = Command::new("nginx");
                command.arg("-c").arg(deploy.join("nginx.conf"));
                // One process, that ends when it is killed.
                command.args(["-g", "master_process off;"]);
                command
            }
        }
    }
}

/// The servers and the proxy; whatever still runs is killed when it is
/// dropped.
pub(crate) struct Fleet {
    program: PathBuf,
    servers: [Child; 2],
    _proxy: Child,
}

impl Fleet {
    /// Starts `program` twice and the proxy in front.
    pub(crate) async fn start(program: PathBuf, proxy: Proxy) -> anyhow::Result<Self> {
        let servers = [serve(&program, 0).await?, serve(&program, 1).await?];
        let mut proxy = start_proxy(proxy).await?;
        sleep(NOTICED).await;
        ensure!(proxy.try_wait()?.is_none(), "the proxy has ended");
        Ok(Self {
            program,
            servers,
            _proxy: proxy,
        })
    }

    /// Returns the address of the proxy.
    pub(crate) fn address() -> SocketAddr {
        (Ipv4Addr::LOCALHOST, PROXY_PORT).into()
    }

    /// Restarts one server after the other, as a deployment does.
    pub(crate) async fn roll(&mut self) -> anyhow::Result<()> {
        for which in 0..self.servers.len() {
            self.drain(which).await?;
            self.start_again(which).await?;
        }
        Ok(())
    }

    /// Has a server drain and end.
    async fn drain(&mut self, which: usize) -> anyhow::Result<()> {
        let server = &mut self.servers[which];
        let pid = server.id().context("the server has ended by itself")?;
        let mut kill = Command::new("kill");
        let told = kill.arg("-TERM").arg(pid.to_string()).status().await?;
        ensure!(told.success(), "SIGTERM cannot be sent");
        let ended = timeout(server::PATIENCE, server.wait()).await;
        let status = ended.context("the server does not end")??;
        ensure!(status.success(), "the server ended with {status}");
        Ok(())
    }

    /// Kills a server without any warning.
    pub(crate) async fn kill(&mut self, which: usize) -> anyhow::Result<()> {
        Ok(self.servers[which].kill().await?)
    }

    /// Starts a server that has ended, and waits until the proxy knows.
    pub(crate) async fn start_again(&mut self, which: usize) -> anyhow::Result<()> {
        self.servers[which] = serve(&self.program, which).await?;
        sleep(NOTICED).await;
        Ok(())
    }
}

/// Starts a proxy, again and again as long as it ends because its port, one
/// of those that outgoing connections get, is taken.
async fn start_proxy(proxy: Proxy) -> anyhow::Result<Child> {
    let begun = Instant::now();
    loop {
        let mut command = proxy.command();
        let child = command.kill_on_drop(true).spawn();
        let mut child = child.with_context(|| format!("cannot start {:?}", command.as_std()))?;
        tokio::select! {
            ready = server::ready(Fleet::address()) => {
                ready.context("through the proxy")?;
                return Ok(child);
            }
            status = child.wait() => {
                let status = status?;
                ensure!(begun.elapsed() < PORT_TAKEN, "the proxy has ended with {status}");
                sleep(PAUSE).await;
            }
        }
    }
}

/// Starts a server and waits until it is ready.
async fn serve(program: &Path, which: usize) -> anyhow::Result<Child> {
    let address = (Ipv4Addr::LOCALHOST, PORTS[which]).into();
    let options = ["--drain-delay", DRAIN_DELAY];
    server::start(Command::new(program), address, &options).await
}
