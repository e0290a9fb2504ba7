//! Bodies that count what passes through them.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

use http_body::{Body as HttpBody, Frame, SizeHint};
use prost::bytes::Bytes;
use tonic::body::Body;

use super::call::Call;

type Polled<E> = Poll<Option<Result<Frame<Bytes>, E>>>;

/// The body of a request.
pub(super) struct ReceivedBody {
    body: Body,
    bytes: Arc<AtomicU64>,
}

impl ReceivedBody {
    pub(super) fn new(body: Body, bytes: Arc<AtomicU64>) -> Self {
        Self { body, bytes }
    }
}

impl HttpBody for ReceivedBody {
    type Data = Bytes;
    type Error = <Body as HttpBody>::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled<Self::Error> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if let Some(Ok(frame)) = &frame {
            self.bytes.fetch_add(data_len(frame), Ordering::Relaxed);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of an answer; the call ends with it.
pub(super) struct AnswerBody {
    body: Body,
    call: Option<Call>,
}

impl AnswerBody {
    pub(super) fn new(body: Body, call: Call) -> Self {
        Self {
            body,
            call: Some(call),
        }
    }
}

impl HttpBody for AnswerBody {
    type Data = Bytes;
    type Error = <Body as HttpBody>::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Polled<Self::Error> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        let ended = self.call.as_mut().map(|call| note(call, frame.as_ref()));
        if ended == Some(true) {
            self.call = None;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Notes a part of an answer, or its end; tells whether nothing comes after it.
fn note<E>(call: &mut Call, frame: Option<&Result<Frame<Bytes>, E>>) -> bool {
    let Some(Ok(frame)) = frame else {
        call.broke_off();
        return true;
    };
    call.sent(data_len(frame));
    let Some(trailers) = frame.trailers_ref() else {
        return false;
    };
    call.ended(trailers);
    true
}

fn data_len(frame: &Frame<Bytes>) -> u64 {
    frame.data_ref().map_or(0, |data| data.len() as u64)
}
