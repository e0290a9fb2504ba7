//! Listens to what a connection says: how much, to tell silent clients from
//! idle ones, and for what h2 must not hear.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::late::{LateUpdates, PREFACE};

/// Bytes that are read at once when not all of them may pass.
const CHUNK: usize = 4_096;

/// Bytes read from a connection, shared with whoever watches it.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard(Arc<AtomicUsize>);

impl Heard {
    /// Tells whether enough was read to open HTTP: the preface of HTTP/2. No
    /// request of HTTP/1.1, which must name its host, is shorter.
    pub(super) fn enough(&self) -> bool {
        self.0.load(Ordering::Relaxed) >= PREFACE.len()
    }
}

/// A stream that is listened to.
#[derive(Debug)]
pub(super) struct HeardIo<IO> {
    io: IO,
    heard: Heard,
    late: LateUpdates,
    /// Bytes that pass and wait to be read.
    passed: Vec<u8>,
}

impl<IO> HeardIo<IO> {
    pub(super) fn new(io: IO, heard: Heard) -> Self {
        Self {
            io,
            heard,
            late: LateUpdates::new(),
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
        self.heard.0.fetch_add(fresh.len(), Ordering::Relaxed);
        let direct = self.late.follow(fresh, &mut self.passed);
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
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
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
        Pin::new(&mut self.io).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}
