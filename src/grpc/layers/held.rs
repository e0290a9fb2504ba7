//! A body that holds on to something until it has been read or dropped.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http_body::{Body as HttpBody, Frame, SizeHint};
use tonic::body::Body;

/// A body, and what is held while it is there.
pub(super) struct HeldBody<T> {
    body: Body,
    held: Option<T>,
}

impl<T: Send + Unpin + 'static> HeldBody<T> {
    /// Holds on to `held` until `body` has come to its end or is dropped.
    pub(super) fn around(body: Body, held: T) -> Body {
        Body::new(Self {
            body,
            held: Some(held),
        })
    }
}

impl<T: Unpin> HttpBody for HeldBody<T> {
    type Data = <Body as HttpBody>::Data;
    type Error = <Body as HttpBody>::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(context));
        if frame.is_none() {
            this.held = None;
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
