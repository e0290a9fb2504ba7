//! Listens to what a connection says: whether it has begun, to tell silent clients
//! from idle ones, for what h2 must not hear, and not while it should wait. Says what
//! its calls answer, of several together.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::late::LateUpdates;
use super::pauses::Pauses;
use super::turn::Turn;

/// Bytes that are read at once when not all of them may pass.
const CHUNK: usize = 4_096;

/// Whether a client has begun to speak; shared with whoever watches it.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard(Arc<AtomicBool>);

impl Heard {
    /// Notes that HTTP/2 has been opened, or that a request is there.
    pub(super) fn note(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Tells whether the client has begun.
    pub(super) fn begun(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A stream that is listened to.
#[derive(Debug)]
pub(super) struct HeardIo<IO> {
    io: IO,
    heard: Heard,
    late: LateUpdates,
    pauses: Pauses,
    turn: Turn,
    /// Bytes that pass and wait to be read.
    passed: Vec<u8>,
}

impl<IO> HeardIo<IO> {
    pub(super) fn new(io: IO, heard: Heard, pauses: Pauses) -> Self {
        Self {
            io,
            heard,
            late: LateUpdates::new(),
            pauses,
            turn: Turn::default(),
            passed: Vec::new(),
        }
    }
}

impl<IO: AsyncRead + Unpin> HeardIo<IO> {
    /// Reads what passes as it is, and keeps the rest.
    fn poll_direct(
        &mut self,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.io).poll_read(context, buffer))?;
        let fresh = &buffer.filled()[before..];
        let direct = self.late.follow(fresh, &mut self.passed);
        if self.late.opened() {
            self.heard.note();
        }
        buffer.set_filled(before + direct);
        Poll::Ready(Ok(()))
    }

    /// Reads until something passes or the client has ended.
    fn poll_filtered(
        &mut self,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        while self.passed.is_empty() {
            let mut chunk = [0; CHUNK];
            let mut chunk = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut self.io).poll_read(context, &mut chunk))?;
            if chunk.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
            self.late.follow(chunk.filled(), &mut self.passed);
        }
        let count = self.passed.len().min(buffer.remaining());
        buffer.put_slice(&self.passed[..count]);
        self.passed.drain(..count);
        Poll::Ready(Ok(()))
    }
}

impl<IO: AsyncRead + Unpin> AsyncRead for HeardIo<IO> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        ready!(self.pauses.poll(context));
        if self.late.answered() {
            self.poll_filtered(context, buffer)
        } else {
            self.poll_direct(context, buffer)
        }
    }
}

impl<IO: AsyncWrite + Unpin> AsyncWrite for HeardIo<IO> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.turn.poll_given(context));
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.turn.end();
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        ready!(self.turn.poll_given(context));
        Pin::new(&mut self.io).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex};
    use tokio::time::{Instant, sleep};

    use super::*;
    use crate::grpc::layers::admission::ReadPause;

    const PAUSE: Duration = Duration::from_millis(25);

    fn connected(pause: &ReadPause) -> (DuplexStream, HeardIo<DuplexStream>) {
        let (client, server) = duplex(1_024);
        let pauses = Pauses::new(pause.clone());
        (client, HeardIo::new(server, Heard::default(), pauses))
    }

    #[tokio::test(start_paused = true)]
    async fn what_comes_in_a_pause_is_read_after_it_at_once() {
        let pause = ReadPause::default();
        let (mut client, mut io) = connected(&pause);
        let began = Instant::now();
        client.write_all(b"one").await.expect("open");
        let mut read = [0; 64];
        assert_eq!(io.read(&mut read).await.expect("open"), 3);
        assert_eq!(began.elapsed(), Duration::ZERO);
        pause.ask(PAUSE);
        client.write_all(b"two").await.expect("open");
        client.write_all(b"three").await.expect("open");
        let again = pause.clone();
        tokio::spawn(async move {
            sleep(PAUSE / 2).await;
            again.ask(PAUSE);
        });
        assert_eq!(io.read(&mut read).await.expect("open"), 8);
        assert!((PAUSE..2 * PAUSE).contains(&began.elapsed()));
        let ended = Instant::now();
        client.write_all(b"four").await.expect("open");
        assert_eq!(io.read(&mut read).await.expect("open"), 4);
        assert_eq!(ended.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn answers_are_written_in_a_pause() {
        let pause = ReadPause::default();
        let (mut client, mut io) = connected(&pause);
        pause.ask(PAUSE);
        let began = Instant::now();
        let mut read = [0; 64];
        let waiting = std::future::poll_fn(|context| {
            let mut buffer = ReadBuf::new(&mut read);
            Poll::Ready(
                Pin::new(&mut io)
                    .poll_read(context, &mut buffer)
                    .is_pending(),
            )
        });
        assert!(waiting.await);
        io.write_all(b"answer").await.expect("open");
        assert_eq!(client.read(&mut read).await.expect("open"), 6);
        assert_eq!(began.elapsed(), Duration::ZERO);
    }

    #[tokio::test]
    async fn what_is_ready_runs_before_anything_is_written() {
        let (mut client, mut io) = connected(&ReadPause::default());
        let ready = Arc::new(AtomicUsize::new(0));
        for round in 1..=3 {
            for _ in 0..10 {
                let ready = Arc::clone(&ready);
                tokio::spawn(async move { ready.fetch_add(1, Ordering::Relaxed) });
            }
            io.write_all(b"answers").await.expect("open");
            assert_eq!(ready.load(Ordering::Relaxed), 10 * round);
            io.flush().await.expect("open");
            let mut read = [0; 64];
            assert_eq!(client.read(&mut read).await.expect("open"), 7);
        }
    }
}
