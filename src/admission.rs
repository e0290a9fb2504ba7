//! What may be held at once: requests and their bytes, whoever sent them.
//!
//! Room is taken for each part of a message as it comes, a place when it is
//! there as a whole (of a call for one document: when the call has ended), and
//! both are given back when its answer is made, or the room when it has been
//! sent where the answer is large: so the documents that callers can make the
//! server hold are bounded, however many they are, and so are the answers that
//! they do not take; and who announces much and sends little holds little. What would wait too long for a
//! thread is refused here as well, before it is read.

use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::backlog::Backlog;
use crate::measure::{self, Shed};

/// Part of the waiting time that a reader pauses.
const READ_PAUSE_SHARE: u32 = 3;
/// Longest that a reader pauses.
const LONGEST_READ_PAUSE: Duration = Duration::from_millis(100);

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
    /// The right to go on without room.
    ahead: Arc<Semaphore>,
    max_bytes: u32,
    backlog: Arc<Backlog>,
    queue_time: Duration,
}

/// Room for the bytes of one request, as many as are there; until it is dropped.
#[derive(Debug)]
pub struct Room {
    bytes: OwnedSemaphorePermit,
    admission: Admission,
    /// Held by the one request that goes on without room.
    ahead: Option<OwnedSemaphorePermit>,
}

/// The place of one request that is there as a whole, with the room for its
/// bytes; until it is dropped.
#[derive(Debug)]
pub struct Permit {
    room: Room,
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
            ahead: Arc::new(Semaphore::new(1)),
            max_bytes,
            backlog,
            queue_time: limits.queue_time,
        }
    }

    /// Makes room for all that may ever come.
    #[must_use]
    pub fn unlimited() -> Self {
        let limits = LoadLimits {
            capacity: Semaphore::MAX_PERMITS,
            max_in_flight_bytes: u32::MAX as usize,
            queue_time: Duration::MAX,
            request_timeout: Duration::MAX,
        };
        Self::new(&limits, Arc::default())
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

    /// Makes out whether a request of so many bytes, which is yet to come,
    /// may get room, and returns its room, which is still none: what is
    /// announced and never sent must not keep others out.
    ///
    /// # Errors
    /// [`Overloaded`] at once when there is too little, or it would wait for a
    /// thread for longer than the queue time.
    pub fn announce(&self, bytes: usize) -> Result<Room, Overloaded> {
        self.check_queue()?;
        let free = self.bytes.available_permits();
        if self.requests.available_permits() == 0 || free < self.share(bytes) as usize {
            return Err(refused(Shed::NoRoom));
        }
        self.room()
    }

    /// Returns room for no bytes yet.
    ///
    /// # Errors
    /// [`Overloaded`] when there will never be room again.
    pub fn room(&self) -> Result<Room, Overloaded> {
        let none = Arc::clone(&self.bytes).try_acquire_many_owned(0);
        Ok(Room {
            bytes: none.map_err(|_| refused(Shed::NoRoom))?,
            admission: self.clone(),
            ahead: None,
        })
    }

    fn check_queue(&self) -> Result<(), Overloaded> {
        if self.backlog.wait() > self.queue_time {
            return Err(refused(Shed::LongQueue));
        }
        Ok(())
    }

    /// Returns how long the reader of a connection should pause after a call
    /// on it was refused: a third of the time that what waits for a thread will
    /// take, and of the queue time at most, so that there is work all the while;
    /// never longer than 100 ms.
    #[must_use]
    pub fn read_pause(&self) -> Duration {
        let pause = self.backlog.wait().min(self.queue_time) / READ_PAUSE_SHARE;
        pause.min(LONGEST_READ_PAUSE)
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

    /// A request larger than all room takes all of it, and so is let in alone
    /// rather than never.
    fn share(&self, bytes: usize) -> u32 {
        u32::try_from(bytes).unwrap_or(u32::MAX).min(self.max_bytes)
    }
}

impl Room {
    /// Makes the room cover at least so many bytes.
    ///
    /// # Errors
    /// [`Overloaded`] at once when there is no room for the rest.
    pub fn cover(&mut self, bytes: usize) -> Result<(), Overloaded> {
        if self.covers(bytes) {
            Ok(())
        } else {
            Err(refused(Shed::NoRoom))
        }
    }

    /// Makes the room cover at least so many bytes if there is room for the
    /// rest, and tells whether it does; nobody is refused for that.
    #[must_use]
    pub fn covers(&mut self, bytes: usize) -> bool {
        let more = self.missing(bytes);
        if more == 0 {
            return true;
        }
        let rest = Arc::clone(&self.admission.bytes).try_acquire_many_owned(more);
        rest.map(|rest| self.bytes.merge(rest)).is_ok()
    }

    /// Makes the room cover at least so many bytes, when there is some, first
    /// come first served. One request at a time goes on without: else requests
    /// that are there in part would wait for each other.
    ///
    /// # Errors
    /// [`Overloaded`] when there will never be room again.
    pub async fn cover_in_turn(&mut self, bytes: usize) -> Result<(), Overloaded> {
        let more = self.missing(bytes);
        if more == 0 {
            return Ok(());
        }
        let (room, ahead) = (&self.admission.bytes, &self.admission.ahead);
        tokio::select! {
            biased;
            rest = Arc::clone(room).acquire_many_owned(more) => {
                self.bytes.merge(rest.map_err(|_| Overloaded)?);
            }
            ahead = Arc::clone(ahead).acquire_owned() => {
                self.ahead = Some(ahead.map_err(|_| Overloaded)?);
            }
        }
        Ok(())
    }

    fn missing(&self, bytes: usize) -> u32 {
        if self.ahead.is_some() {
            return 0;
        }
        let share = self.admission.share(bytes);
        share.saturating_sub(u32::try_from(self.bytes.num_permits()).unwrap_or(u32::MAX))
    }

    /// Gives the request, which is there as a whole, its place.
    ///
    /// # Errors
    /// [`Overloaded`] at once when there is none.
    pub fn admit(self) -> Result<Permit, Overloaded> {
        let request = Arc::clone(&self.admission.requests).try_acquire_owned();
        Ok(self.permit(request.map_err(|_| refused(Shed::NoRoom))?))
    }

    /// Gives the request its place when there is one, first come first served.
    ///
    /// # Errors
    /// [`Overloaded`] when there will never be one again.
    pub async fn admit_in_turn(self) -> Result<Permit, Overloaded> {
        let request = Arc::clone(&self.admission.requests).acquire_owned().await;
        Ok(self.permit(request.map_err(|_| Overloaded)?))
    }

    fn permit(self, request: OwnedSemaphorePermit) -> Permit {
        Permit {
            room: self,
            _request: request,
        }
    }
}

impl Permit {
    /// Makes the room cover at least so many bytes.
    ///
    /// # Errors
    /// [`Overloaded`] at once when there is no room for the rest.
    pub fn cover(&mut self, bytes: usize) -> Result<(), Overloaded> {
        self.room.cover(bytes)
    }

    /// Gives the place up, and the right to go on without room, and keeps the
    /// room.
    #[must_use]
    pub fn into_room(mut self) -> Room {
        self.room.ahead = None;
        self.room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admit(admission: &Admission, bytes: usize) -> Result<Permit, Overloaded> {
        let mut room = admission.announce(bytes)?;
        room.cover(bytes)?;
        room.admit()
    }

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
        assert!(admit(&admission, 1).is_ok());
        let more = backlog.enter(1_000_000);
        assert_eq!(admission.foresee(), Err(Overloaded));
        assert_eq!(admit(&admission, 1).err(), Some(Overloaded));
        drop(more);
        assert!(admit(&admission, 1).is_ok());
    }

    #[test]
    fn a_reader_pauses_for_a_third_of_what_waits_and_not_too_long() {
        let limits = LoadLimits {
            queue_time: Duration::from_millis(100),
            ..LoadLimits::default()
        };
        let backlog = Arc::new(Backlog::default());
        let admission = Admission::new(&limits, Arc::clone(&backlog));
        assert_eq!(admission.read_pause(), Duration::ZERO);
        let _waiting = backlog.enter(500_000);
        let pause = admission.read_pause();
        assert_eq!(pause, backlog.wait() / 3);
        assert!((Duration::from_millis(3)..Duration::from_millis(33)).contains(&pause));
        let _more = backlog.enter(1_000_000);
        assert_eq!(admission.read_pause(), Duration::from_millis(100) / 3);
        let patient = LoadLimits {
            queue_time: Duration::from_secs(1),
            ..limits
        };
        let patient = Admission::new(&patient, Arc::clone(&backlog));
        let _much = backlog.enter(10_000_000);
        assert_eq!(patient.read_pause(), LONGEST_READ_PAUSE);
    }

    #[test]
    fn both_bounds_hold_and_room_comes_back() {
        let admission = room(2, 100);
        let first = admit(&admission, 60).expect("room");
        assert_eq!(admit(&admission, 41).err(), Some(Overloaded));
        let second = admit(&admission, 40).expect("room");
        assert_eq!(admit(&admission, 0).err(), Some(Overloaded));
        drop((first, second));
        assert!(admit(&admission, 100).is_ok());
    }

    #[test]
    fn it_is_foreseen_that_nothing_gets_room() {
        let admission = room(2, 100);
        assert_eq!(admission.foresee(), Ok(()));
        let all_bytes = admit(&admission, 100).expect("room");
        assert_eq!(admission.foresee(), Err(Overloaded));
        drop(all_bytes);
        let _both = [1, 1].map(|bytes| admit(&admission, bytes).expect("room"));
        assert_eq!(admission.foresee(), Err(Overloaded));
    }

    #[test]
    fn what_is_larger_than_all_room_is_let_in_alone() {
        let admission = room(2, 100);
        let large = admit(&admission, 1_000).expect("alone");
        assert_eq!(admit(&admission, 1).err(), Some(Overloaded));
        drop(large);
        assert!(admit(&admission, 1).is_ok());
    }

    #[test]
    fn room_grows_to_what_was_found_inside_and_outlasts_its_place() {
        let admission = room(2, 100);
        let mut own = admit(&admission, 10).expect("room").into_room();
        assert_eq!(admission.held().requests, 0);
        let other = admit(&admission, 50).expect("room");
        assert_eq!(own.cover(51), Err(Overloaded));
        drop(other);
        assert_eq!(own.cover(51), Ok(()));
        assert_eq!(own.cover(5), Ok(()));
        assert_eq!(admit(&admission, 50).err(), Some(Overloaded));
        assert!(admit(&admission, 49).is_ok());
    }

    #[test]
    fn what_is_announced_takes_no_room_before_it_comes() {
        let admission = room(1, 100);
        let mut first = admission.announce(80).expect("room");
        let mut second = admission.announce(80).expect("still all of it");
        assert_eq!(admission.announce(101).err(), None, "let in alone");
        assert_eq!(first.cover(60), Ok(()));
        assert_eq!(admission.announce(41).err(), Some(Overloaded));
        assert_eq!(second.cover(40), Ok(()));
        assert_eq!(first.cover(61), Err(Overloaded));
        drop(second);
        assert_eq!(first.cover(80), Ok(()));
        let held = admission.held();
        assert_eq!((held.requests, held.bytes), (0, 80));
        let _whole = first.admit().expect("a place");
        assert_eq!(admission.held().requests, 1);
        assert_eq!(admission.announce(1).err(), Some(Overloaded));
    }

    #[tokio::test]
    async fn who_waits_gets_the_room_and_the_place_that_come_back() {
        let admission = room(1, 100);
        let first = admit(&admission, 60).expect("room");
        let mut ahead = admission.room().expect("none yet");
        ahead.cover_in_turn(41).await.expect("it goes on without");
        assert_eq!(admission.held().bytes, 60);
        let mut waiting = admission.room().expect("none yet");
        let waiting = tokio::spawn(async move {
            waiting.cover_in_turn(90).await?;
            waiting.admit_in_turn().await
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        drop(first);
        let permit = waiting.await.expect("no panic").expect("its turn");
        assert_eq!(admission.held().bytes, 90);
        drop((permit, ahead));
        assert_eq!(
            admission.held(),
            Held {
                requests: 0,
                bytes: 0
            }
        );
    }

    #[tokio::test]
    async fn requests_that_are_there_in_part_do_not_wait_for_each_other() {
        let admission = room(2, 100);
        let mut rooms = [0; 4].map(|_| admission.room().expect("none yet"));
        for room in &mut rooms {
            room.cover(25).expect("room");
        }
        let rest = rooms.map(|mut room| {
            tokio::spawn(async move {
                room.cover_in_turn(50).await?;
                room.admit_in_turn().await.map(drop)
            })
        });
        for whole in rest {
            whole.await.expect("no panic").expect("its turn");
        }
    }
}
