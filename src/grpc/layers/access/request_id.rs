//! The name of a call in logs, the caller's own or ours.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use http::{HeaderName, HeaderValue};

/// The caller's id of a call, or ours; given back in the answer.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Longest id that is taken from a caller.
const MAX_REQUEST_ID: usize = 128;

/// Takes the id that the caller gave if it is short and printable, else makes
/// one that no other process makes.
pub(crate) fn request_id(given: Option<&HeaderValue>) -> HeaderValue {
    static PROCESS: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(()));
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let given = given.filter(|id| is_sane(id.as_bytes()));
    let own = || {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        HeaderValue::from_str(&format!("{:016x}-{number}", *PROCESS)).ok()
    };
    let mut id = given
        .cloned()
        .or_else(own)
        .unwrap_or_else(|| HeaderValue::from_static("unknown"));
    // Keeps it out of the table of headers that HTTP/2 remembers: it never comes
    // again, and each new one would be compared with all before it.
    id.set_sensitive(true);
    id
}

fn is_sane(id: &[u8]) -> bool {
    (1..=MAX_REQUEST_ID).contains(&id.len()) && id.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_for(given: Option<&[u8]>) -> String {
        let value = given.map(|id| HeaderValue::from_bytes(id).expect("a value"));
        let id = request_id(value.as_ref());
        id.to_str().expect("printable").to_owned()
    }

    #[test]
    fn only_a_sane_id_is_taken_from_the_caller() {
        assert_eq!(id_for(Some(b"abc-1")), "abc-1");
        let longest = [b'x'; MAX_REQUEST_ID];
        assert_eq!(id_for(Some(&longest)).as_bytes(), longest);
        let too_long = [b'x'; MAX_REQUEST_ID + 1];
        for bad in [&b""[..], b"a b", "معرف".as_bytes(), &too_long] {
            assert_ne!(id_for(Some(bad)).as_bytes(), bad);
        }
        assert_ne!(id_for(None), id_for(None));
    }
}
