//! What is known of a call beside its message.

use std::time::{Duration, Instant};

use tonic::{Request, Status};

use crate::admission::Permit;
use crate::grpc::layers::admission::Ticket;
use crate::grpc::layers::deadline::Deadline;
use crate::grpc::misread::Misread;
use crate::worker::Terms;

/// A call, as the layers around the service left it in the extensions.
#[derive(Debug, Clone)]
pub(super) struct Call {
    deadline: Option<Instant>,
    ticket: Ticket,
    misread: Misread,
}

impl Call {
    /// Takes a request apart.
    pub(super) fn of<T>(request: Request<T>) -> (Self, T) {
        let (_, extensions, message) = request.into_parts();
        let call = Self {
            deadline: extensions.get().map(|&Deadline(at)| at),
            ticket: extensions.get().cloned().unwrap_or_default(),
            misread: extensions.get().cloned().unwrap_or_default(),
        };
        (call, message)
    }

    /// Takes the permit of the message that was read last, for as long as it
    /// is worked on; `None` where the caller is not admitted by a layer.
    pub(super) fn permit(&self) -> Option<Permit> {
        self.ticket.next()
    }

    /// Returns the error of a request of a batch that could not be read.
    pub(super) fn misread(&self, index: usize) -> Option<Status> {
        self.misread.error(index)
    }

    /// Returns when the answer is of no use any more.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// The terms of a call for a single document.
    pub(super) fn alone(&self) -> Terms {
        Terms {
            deadline: self.deadline,
            patient: false,
        }
    }

    /// The terms of a document of a batch.
    pub(super) fn of_many(&self) -> Terms {
        Terms {
            deadline: self.deadline,
            patient: true,
        }
    }

    /// The terms of a document of a stream, which has the time of a call for
    /// itself.
    pub(super) fn of_stream(&self, request_timeout: Duration) -> Terms {
        let own = Instant::now().checked_add(request_timeout);
        Terms {
            deadline: [self.deadline, own].into_iter().flatten().min(),
            patient: true,
        }
    }
}
