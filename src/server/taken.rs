//! Answers over HTTP/2 that nobody takes. A client says how much of each answer
//! it has room for; one that never has any would hold an answer in memory for
//! as long as it holds the connection. Such a call is reset.

use std::future::{Future, pending};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::Response;
use http_body::{Body as HttpBody, Frame, SizeHint};
use hyper::rt::Executor;
use prost::bytes::Bytes;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use tonic::body::Body;

use crate::measure;

/// Bytes that are given away at once: what HTTP/2 puts into a frame unless
/// asked otherwise. The next come when a client has room for more, which is
/// the sign of life that is waited for.
const PIECE: usize = 16 << 10;

/// Since when an answer waits for its client.
type Waiting = Option<Instant>;

tokio::task_local! {
    /// Where the answer of the call that runs says how it stands.
    static ANSWER: watch::Sender<Waiting>;
}

/// Runs the calls of HTTP/2, each until its client has taken no part of its
/// answer for so long.
#[derive(Debug, Clone, Copy)]
pub(super) struct CallExecutor {
    pub(super) send_timeout: Duration,
}

impl<F> Executor<F> for CallExecutor
where
    F: Future + Send + 'static,
{
    fn execute(&self, call: F) {
        let send_timeout = self.send_timeout;
        let (answer, waiting) = watch::channel(None);
        let call = ANSWER.scope(answer, call);
        tokio::spawn(async move {
            tokio::select! {
                biased;
                _ = call => {}
                () = left(waiting, send_timeout) => {
                    measure::answer_left();
                    tracing::debug!("reset a call whose answer was not taken");
                }
            }
        });
    }
}

/// Ends when an answer has waited for its client for `send_timeout`.
async fn left(mut waiting: watch::Receiver<Waiting>, send_timeout: Duration) {
    loop {
        let since = *waiting.borrow_and_update();
        let changed = match since.and_then(|since| since.checked_add(send_timeout)) {
            Some(end) => match timeout_at(end, waiting.changed()).await {
                Ok(changed) => changed,
                Err(_) => return,
            },
            None => waiting.changed().await,
        };
        if changed.is_err() {
            pending::<()>().await;
        }
    }
}

/// Has the answer of the call that runs say how it stands. On HTTP/1, where
/// answers have the connection for themselves, it says so to nobody.
pub(super) fn told(answer: Response<Body>) -> Response<Body> {
    let waiting = ANSWER.try_with(watch::Sender::clone).ok();
    answer.map(|body| Body::new(ToldBody::new(body, waiting)))
}

/// A body that is given away in pieces and tells when it waits.
struct ToldBody {
    body: Body,
    rest: Bytes,
    begun: bool,
    waiting: Option<watch::Sender<Waiting>>,
}

impl ToldBody {
    fn new(body: Body, waiting: Option<watch::Sender<Waiting>>) -> Self {
        let told = Self {
            body,
            rest: Bytes::new(),
            begun: false,
            waiting,
        };
        told.tell(true);
        told
    }

    fn tell(&self, waits: bool) {
        if let Some(waiting) = &self.waiting {
            waiting.send_if_modified(|since| {
                // To say twice that nothing waits would wake the call for ever.
                let news = waits || since.is_some();
                *since = waits.then(Instant::now);
                news
            });
        }
    }

    /// Takes the next piece of what the body gave.
    fn piece(&mut self) -> Frame<Bytes> {
        self.tell(true);
        Frame::data(self.rest.split_to(PIECE.min(self.rest.len())))
    }
}

impl HttpBody for ToldBody {
    type Data = Bytes;
    type Error = <Body as HttpBody>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        self.begun = true;
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(self.piece())));
        }
        // Now the client waits, if anybody does.
        self.tell(false);
        match ready!(Pin::new(&mut self.body).poll_frame(context)) {
            Some(Ok(frame)) => match frame.into_data() {
                Ok(data) => {
                    self.rest = data;
                    Poll::Ready(Some(Ok(self.piece())))
                }
                Err(trailers) => Poll::Ready(Some(Ok(trailers))),
            },
            ended => Poll::Ready(ended),
        }
    }

    /// An answer that has begun is asked for its end: hyper asks when there is
    /// room for more, and so the last piece is waited for as well.
    fn is_end_stream(&self) -> bool {
        !self.begun && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let mut hint = self.body.size_hint();
        let rest = self.rest.len() as u64;
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper + rest);
        }
        hint.set_lower(hint.lower() + rest);
        hint
    }
}
