//! What may be held at once: requests and their bytes, whoever sent them.
//!
//! A permit is taken before a message is read and given back when its answer
//! is made, so what callers can make the server hold is bounded, however many
//! they are. What would wait too long for a thread is refused here as well,
//! before it is read.

use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::backlog::Backlog;
use crate::measure::{self, Shed};

/// Part of the waiting time that a reader pauses.
const READ_PAUSE_SHARE: u32 = 10;

/// What a server takes on at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoadLimits {
    /// Most requests that are held at once.
    pub capacity: usize,
    /// Most bytes of requests that are held at once.
    pub max_in_flight_bytes: usize,
    /// Longest that a call waits for a thread before it is refused.
    pub queue_time: Duration,
    /// Longest that a call may take; of a stream, each document.
    pub request_timeout: Duration,
}

impl Default for LoadLimits {
    fn default() -> Self {
        Self {
            capacity: 1_024,
            // Four of the largest batches.
            max_in_flight_bytes: 64 << 20,
            // A burst of a thousand articles passes on two cores, and a caller
            // who gives it a second, the shortest that is usual, has most of
            // that left for the analysis.
            queue_time: Duration::from_millis(250),
            // Ten times what the largest batch takes on two cores.
            request_timeout: Duration::from_secs(30),
        }
    }
}

/// There is no room; a caller may try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the server is overloaded")]
pub struct Overloaded;

fn refused(by: Shed) -> Overloaded {
    measure::shed(by);
    Overloaded
}

/// What is held at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Requests that were read and are not answered.
    pub requests: usize,
    /// Their bytes.
    pub bytes: usize,
}

/// The room that there is.
#[derive(Debug, Clone)]
pub struct Admission {
    capacity: usize,
    requests: Arc<Semaphore>,
    bytes: Arc<Semaphore>,
    max_bytes: u32,
    backlog: Arc<Backlog>,
    queue_time: Duration,
}

/// The room that one request takes, until it is dropped.
#[derive(Debug)]
pub struct Permit {
    bytes: OwnedSemaphorePermit,
    admission: Admission,
    _request: OwnedSemaphorePermit,
}

impl Admission {
    /// Makes room as `limits` say, in front of what waits already.
    #[must_use]
    pub fn new(limits: &LoadLimits, backlog: Arc<Backlog>) -> Self {
        let max_bytes = u32::try_from(limits.max_in_flight_bytes).unwrap_or(u32::MAX);
        Self {
            capacity: limits.capacity,
            requests: Arc::new(Semaphore::new(limits.capacity)),
            bytes: Arc::new(Semaphore::new(max_bytes as usize)),
            max_bytes,
            backlog,
            queue_time: limits.queue_time,
        }
    }

    /// Tells beforehand whether a request may get room, whatever its size: so
    /// that one that will not need not be read.
    ///
    /// # Errors
    /// [`Overloaded`] when there is no room at all, or it would wait for a
    /// thread for longer than the queue time.
    pub fn foresee(&self) -> Result<(), Overloaded> {
        self.check_queue()?;
        if self.requests.available_permits() == 0 || self.bytes.available_permits() == 0 {
            return Err(refused(Shed::NoRoom));
        }
        Ok(())
    }

    /// Takes room for a request of so many bytes if there is some and it
    /// won't wait for a thread for longer than the queue time.
    ///
    /// # Errors
    /// [`Overloaded`] at once when there is none, or it would.
    pub fn try_admit(&self, bytes: usize) -> Result<Permit, Overloaded> {
        self.check_queue()?;
        let request = Arc::clone(&self.requests).try_acquire_owned();
        let room = Arc::clone(&self.bytes).try_acquire_many_owned(self.share(bytes));
        match (request, room) {
            (Ok(request), Ok(room)) => Ok(self.permit(request, room)),
            _ => Err(refused(Shed::NoRoom)),
        }
    }

    fn check_queue(&self) -> Result<(), Overloaded> {
        if self.backlog.wait() > self.queue_time {
            return Err(refused(Shed::LongQueue));
        }
        Ok(())
    }

    /// Returns how long the reader of a connection should pause after a call
    /// on it was refused: a tenth of what waits for a thread, and of the queue
    /// time at most. So there is work all the while, and calls that need no
    /// thread, as those for health, wait no longer than that.
    #[must_use]
    pub fn read_pause(&self) -> Duration {
        self.backlog.wait().min(self.queue_time) / READ_PAUSE_SHARE
    }

    /// Returns what is held at the moment.
    #[must_use]
    pub fn held(&self) -> Held {
        let bytes = self.max_bytes as usize;
        Held {
            requests: self
                .capacity
                .saturating_sub(self.requests.available_permits()),
            bytes: bytes.saturating_sub(self.bytes.available_permits()),
        }
    }

    /// Waits for room for a request of so many bytes, first come first served.
    ///
    /// # Errors
    /// [`Overloaded`] when there will never be room again.
    pub async fn admit(self, bytes: usize) -> Result<Permit, Overloaded> {
        let requests = Arc::clone(&self.requests);
        let request = requests.acquire_owned().await.map_err(|_| Overloaded)?;
        let room = Arc::clone(&self.bytes).acquire_many_owned(self.share(bytes));
        let room = room.await.map_err(|_| Overloaded)?;
        Ok(self.permit(request, room))
    }

    /// A request larger than all room takes all of it, and so is let in alone
    /// rather than never.
    fn share(&self, bytes: usize) -> u32 {
        u32::try_from(bytes).unwrap_or(u32::MAX).min(self.max_bytes)
    }

    fn permit(&self, request: OwnedSemaphorePermit, bytes: OwnedSemaphorePermit) -> Permit {
        Permit {
            bytes,
            admission: self.clone(),
            _request: request,
        }
    }
}

impl Permit {
    /// Makes the permit cover at least so many bytes: a compressed message is
    /// larger than it was on the wire.
    ///
    /// # Errors
    /// [`Overloaded`] when there is no room for the rest.
    pub fn cover(&mut self, bytes: usize) -> Result<(), Overloaded> {
        let share = self.admission.share(bytes) as usize;
        let more = share.saturating_sub(self.bytes.num_permits());
        let room = Arc::clone(&self.admission.bytes)
            .try_acquire_many_owned(self.admission.share(more))
            .map_err(|_| refused(Shed::NoRoom))?;
        self.bytes.merge(room);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(capacity: usize, max_in_flight_bytes: usize) -> Admission {
        let limits = LoadLimits {
            capacity,
            max_in_flight_bytes,
            ..LoadLimits::default()
        };
        Admission::new(&limits, Arc::default())
    }

    #[test]
    fn nobody_is_let_in_to_wait_for_too_long() {
        let limits = LoadLimits {
            queue_time: Duration::from_millis(100),
            ..LoadLimits::default()
        };
        let backlog = Arc::new(Backlog::default());
        let admission = Admission::new(&limits, Arc::clone(&backlog));
        let _waiting = backlog.enter(500_000);
        assert!(admission.try_admit(1).is_ok());
        let more = backlog.enter(1_000_000);
        assert_eq!(admission.foresee(), Err(Overloaded));
        assert_eq!(admission.try_admit(1).err(), Some(Overloaded));
        drop(more);
        assert!(admission.try_admit(1).is_ok());
    }

    #[test]
    fn a_reader_pauses_for_a_tenth_of_what_waits_and_not_too_long() {
        let limits = LoadLimits {
            queue_time: Duration::from_millis(100),
            ..LoadLimits::default()
        };
        let backlog = Arc::new(Backlog::default());
        let admission = Admission::new(&limits, Arc::clone(&backlog));
        assert_eq!(admission.read_pause(), Duration::ZERO);
        let _waiting = backlog.enter(500_000);
        let pause = admission.read_pause();
        assert_eq!(pause, backlog.wait() / 10);
        assert!((Duration::from_millis(1)..Duration::from_millis(10)).contains(&pause));
        let _more = backlog.enter(1_000_000);
        assert_eq!(admission.read_pause(), Duration::from_millis(10));
    }

    #[test]
    fn both_bounds_hold_and_room_comes_back() {
        let admission = room(2, 100);
        let first = admission.try_admit(60).expect("room");
        assert_eq!(admission.try_admit(41).err(), Some(Overloaded));
        let second = admission.try_admit(40).expect("room");
        assert_eq!(admission.try_admit(0).err(), Some(Overloaded));
        drop((first, second));
        assert!(admission.try_admit(100).is_ok());
    }

    #[test]
    fn it_is_foreseen_that_nothing_gets_room() {
        let admission = room(2, 100);
        assert_eq!(admission.foresee(), Ok(()));
        let all_bytes = admission.try_admit(100).expect("room");
        assert_eq!(admission.foresee(), Err(Overloaded));
        drop(all_bytes);
        let _both = [1, 1].map(|bytes| admission.try_admit(bytes).expect("room"));
        assert_eq!(admission.foresee(), Err(Overloaded));
    }

    #[test]
    fn what_is_larger_than_all_room_is_let_in_alone() {
        let admission = room(2, 100);
        let large = admission.try_admit(1_000).expect("alone");
        assert_eq!(admission.try_admit(1).err(), Some(Overloaded));
        drop(large);
        assert!(admission.try_admit(1).is_ok());
    }

    #[test]
    fn a_permit_grows_to_what_was_found_inside() {
        let admission = room(2, 100);
        let mut permit = admission.try_admit(10).expect("room");
        let other = admission.try_admit(50).expect("room");
        assert_eq!(permit.cover(51), Err(Overloaded));
        drop(other);
        assert_eq!(permit.cover(51), Ok(()));
        assert_eq!(permit.cover(5), Ok(()));
        assert_eq!(admission.try_admit(50).err(), Some(Overloaded));
        assert!(admission.try_admit(49).is_ok());
    }

    #[tokio::test]
    async fn who_waits_gets_the_room_that_comes_back() {
        let admission = room(1, 100);
        let first = admission.try_admit(10).expect("room");
        let waiting = tokio::spawn(admission.clone().admit(90));
        tokio::task::yield_now().await;
        drop(first);
        assert!(waiting.await.expect("no panic").is_ok());
    }
}
