//! TLS and mutual TLS: who is let in, and how certificates are exchanged.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use mujaz::grpc::pb::analysis_service_client::AnalysisServiceClient;
use mujaz::server::ServerSettings;
use mujaz::server::connections::ConnectionSettings;
use mujaz::server::secrets::SecretSettings;
use mujaz::server::tls::TlsFiles;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint, Identity};

use crate::harness::{PATIENCE, TestServer, request, run, stderr};
use crate::process::Process;

/// A certificate and its key, both PEM.
pub(crate) struct Pair {
    pub(crate) cert: String,
    pub(crate) key: String,
}

/// An authority of its own.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        Self(CertifiedIssuer::self_signed(params, key).expect("signed"))
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    /// Makes a certificate for this machine.
    pub(crate) fn issue(&self) -> Pair {
        let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
        let params = CertificateParams::new(names).expect("names");
        let key = KeyPair::generate().expect("a key");
        let cert = params.signed_by(&key, &self.0).expect("signed");
        Pair {
            cert: cert.pem(),
            key: key.serialize_pem(),
        }
    }
}

/// A directory with a server's files.
pub(crate) struct Files {
    folder: TempDir,
}

impl Files {
    pub(crate) fn new(authority: &Authority) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Self { folder };
        files.write_pair("server", &authority.issue());
        files.write("ca.pem", &authority.pem());
        files
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).expect("written");
        self.path(name)
    }

    fn write_pair(&self, name: &str, pair: &Pair) {
        self.write(&format!("{name}.pem"), &pair.cert);
        self.write(&format!("{name}.key"), &pair.key);
    }

    pub(crate) fn tls(&self) -> TlsFiles {
        TlsFiles {
            cert: self.path("server.pem"),
            key: self.path("server.key"),
            client_ca: None,
        }
    }
}

/// Settings with files that are compared often.
pub(crate) fn secured(tls: Option<TlsFiles>, tokens: Option<PathBuf>) -> ServerSettings {
    ServerSettings {
        secrets: SecretSettings {
            tls,
            tokens,
            compared_every: Duration::from_millis(50),
        },
        ..ServerSettings::default()
    }
}

fn endpoint(server: &TestServer, authority: &Authority, client: Option<&Pair>) -> Endpoint {
    let mut tls = ClientTlsConfig::new().ca_certificate(Certificate::from_pem(authority.pem()));
    if let Some(pair) = client {
        tls = tls.identity(Identity::from_pem(&pair.cert, &pair.key));
    }
    let url = server.url.replace("http://", "https://");
    let endpoint = Endpoint::from_shared(url).expect("a URL");
    endpoint.tls_config(tls).expect("sound")
}

/// Opens a new connection and makes a call on it.
async fn call(endpoint: &Endpoint) -> Result<(), Box<dyn std::error::Error>> {
    let channel: Channel = endpoint.connect().await?;
    let mut client = AnalysisServiceClient::new(channel);
    let answer = client.analyze_document(request("A sentence."));
    timeout(PATIENCE, answer).await??;
    Ok(())
}

/// Waits until new connections are as they are expected to be.
async fn until(endpoint: &Endpoint, accepted: bool) {
    let wait = async {
        while call(endpoint).await.is_ok() != accepted {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, wait).await.expect("it comes to that");
}

#[tokio::test]
async fn only_those_who_trust_the_authority_connect_and_only_by_tls() {
    let authority = Authority::new();
    let files = Files::new(&authority);
    let server = TestServer::with(secured(Some(files.tls()), None)).await;
    call(&endpoint(&server, &authority, None))
        .await
        .expect("trusted");
    let stranger = endpoint(&server, &Authority::new(), None);
    assert!(call(&stranger).await.is_err());
    let plain = Endpoint::from_shared(server.url.clone()).expect("a URL");
    assert!(call(&plain).await.is_err());
}

#[tokio::test]
async fn clients_show_a_certificate_where_authorities_for_them_are_set() {
    let (authority, clients) = (Authority::new(), Authority::new());
    let files = Files::new(&authority);
    let tls = TlsFiles {
        client_ca: Some(files.write("clients.pem", &clients.pem())),
        ..files.tls()
    };
    let server = TestServer::with(secured(Some(tls), None)).await;
    let known = endpoint(&server, &authority, Some(&clients.issue()));
    call(&known).await.expect("known");
    assert!(call(&endpoint(&server, &authority, None)).await.is_err());
    let strangers = Authority::new();
    let stranger = endpoint(&server, &authority, Some(&strangers.issue()));
    assert!(call(&stranger).await.is_err());

    // Another authority for clients takes effect without a restart; what is
    // connected stays.
    let mut connected = AnalysisServiceClient::new(known.connect().await.expect("known"));
    files.write("clients.pem", &strangers.pem());
    until(&stranger, true).await;
    assert!(call(&known).await.is_err());
    let answer = connected.analyze_document(request("A sentence.")).await;
    answer.expect("still connected");
}

#[tokio::test]
async fn half_a_handshake_is_dropped() {
    let authority = Authority::new();
    let files = Files::new(&authority);
    let server = TestServer::with(ServerSettings {
        connections: ConnectionSettings {
            header_timeout: Duration::from_millis(300),
            ..ConnectionSettings::default()
        },
        ..secured(Some(files.tls()), None)
    })
    .await;
    let address = server.url.trim_start_matches("http://").to_owned();
    let mut half = TcpStream::connect(&address).await.expect("a connection");
    // The head of a handshake record, whose rest never comes.
    half.write_all(b"\x16\x03\x01\x02\0").await.expect("sent");
    let mut shaken = connector(&authority, address).await;
    let mut bytes = Vec::new();
    for end in [
        timeout(PATIENCE, half.read_to_end(&mut bytes)).await,
        timeout(PATIENCE, shaken.read_to_end(&mut bytes)).await,
    ] {
        // Closed or reset, but not left open.
        let _ = end.expect("dropped");
    }
    call(&endpoint(&server, &authority, None))
        .await
        .expect("served");
}

/// Shakes hands and says nothing more.
async fn connector(
    authority: &Authority,
    address: String,
) -> tokio_rustls::client::TlsStream<TcpStream> {
    let mut roots = RootCertStore::empty();
    let pem = authority.pem();
    roots
        .add(CertificateDer::from_pem_slice(pem.as_bytes()).expect("PEM"))
        .expect("an authority");
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec()];
    let stream = TcpStream::connect(address).await.expect("a connection");
    let name = ServerName::try_from("localhost").expect("a name");
    let shaken = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await;
    let shaken = shaken.expect("a handshake");
    assert_eq!(shaken.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    shaken
}

#[tokio::test]
async fn certificates_are_exchanged_under_load_without_losing_a_call() {
    let (old, new) = (Authority::new(), Authority::new());
    let files = Files::new(&old);
    let server = TestServer::with(secured(Some(files.tls()), None)).await;
    // Trusts both; each call opens a connection of its own.
    let both = ClientTlsConfig::new()
        .ca_certificate(Certificate::from_pem(old.pem()))
        .ca_certificates([Certificate::from_pem(new.pem())]);
    let patient = endpoint(&server, &old, None)
        .tls_config(both)
        .expect("sound");
    let kept = endpoint(&server, &old, None)
        .connect()
        .await
        .expect("connected");
    let stop = server.stop.child_token();
    let load = tokio::spawn({
        let stop = stop.clone();
        async move {
            let mut client = AnalysisServiceClient::new(kept);
            let mut calls = 0;
            while !stop.is_cancelled() {
                call(&patient).await.expect("a new connection is served");
                let answer = client.analyze_document(request("A sentence.")).await;
                answer.expect("an old connection is served");
                calls += 2;
            }
            calls
        }
    });
    let (by_old, by_new) = (endpoint(&server, &old, None), endpoint(&server, &new, None));
    until(&by_old, true).await;
    // First the file of one of them alone, which does not fit the other.
    let pair = new.issue();
    files.write("server.pem", &pair.cert);
    sleep(Duration::from_millis(200)).await;
    until(&by_old, true).await;
    files.write("server.key", &pair.key);
    until(&by_new, true).await;
    assert!(call(&by_old).await.is_err());
    // A broken file leaves what was there; a request reads at once.
    files.write("server.pem", "no certificate");
    server.reload.send(()).expect("it listens");
    sleep(Duration::from_millis(200)).await;
    until(&by_new, true).await;
    files.write_pair("server", &old.issue());
    server.reload.send(()).expect("it listens");
    until(&by_old, true).await;
    stop.cancel();
    let calls = load.await.expect("no call was lost");
    assert!(calls > 20, "{calls}");
}

#[test]
fn bad_files_end_the_start_and_are_named() {
    let authority = Authority::new();
    let files = Files::new(&authority);
    let other = files.write("other.key", &authority.issue().key);
    let empty = files.write("empty.pem", "");
    let garbage = "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n";
    let garbage = files.write("garbage.pem", garbage);
    let encrypted =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
    let encrypted = files.write("encrypted.key", encrypted);
    let (cert, key) = (files.path("server.pem"), files.path("server.key"));
    let missing = files.path("missing.pem");
    for (cert, key, client_ca, named, reason) in [
        (&missing, &key, None, &missing, "cannot read"),
        (&empty, &key, None, &empty, "no certificate"),
        (&garbage, &key, None, &garbage, "not valid PEM"),
        (&cert, &empty, None, &empty, "no private key"),
        (&cert, &encrypted, None, &encrypted, "encrypted"),
        (&cert, &other, None, &other, "does not belong"),
        (&cert, &key, Some(&empty), &empty, "no certificate"),
    ] {
        let path = |path: &Path| path.to_str().expect("UTF-8").to_owned();
        let mut arguments = vec!["serve".to_owned(), "--tls-cert".to_owned(), path(cert)];
        arguments.extend(["--tls-key".to_owned(), path(key)]);
        if let Some(client_ca) = client_ca {
            arguments.extend(["--tls-client-ca".to_owned(), path(client_ca)]);
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = run(&arguments, b"");
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(64), "{told}");
        assert!(told.contains(reason), "{told}");
        assert!(told.contains(&path(named)), "{told}");
    }
}

/// The end of a connection may look like that of a reader of the output.
#[test]
fn a_probe_of_who_hangs_up_fails_and_says_so() {
    let authority = Authority::new();
    let files = Files::new(&authority);
    let path = |name: &str| files.path(name).to_str().expect("UTF-8").to_owned();
    let (cert, key, ca) = (path("server.pem"), path("server.key"), path("ca.pem"));
    let process = Process::start(&[
        "--tls-cert", &cert, "--tls-key", &key, "--tls-client-ca", &ca, "--admin-listen",
        "127.0.0.1:0",
    ]);
    let admin = process.wait_for("listening for operators");
    let closing = TcpListener::bind("127.0.0.1:0").expect("a port");
    let closed = closing.local_addr().expect("an address").to_string();
    std::thread::spawn(move || closing.incoming().for_each(drop));
    for arguments in [
        &["--addr", &closed][..],
        &["--addr", &process.address],
        &["--addr", &process.address, "--tls-ca", &ca],
        &["--addr", admin["address"].as_str().expect("an address")],
    ] {
        // Which call notices it first is up to chance.
        for _ in 0..5 {
            let output = run(&[&["health"], arguments].concat(), b"");
            let told = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}: {told}");
            assert!(told.starts_with("mujaz: "), "{arguments:?}: {told}");
            assert!(!told.contains("source:"), "{arguments:?}: {told}");
        }
    }
}
