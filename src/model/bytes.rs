//! Numbers, strings and lists as bytes and back.

use super::ModelError;

/// Appends to the bytes of a file.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn word(&mut self, value: u32) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn size(&mut self, value: usize) {
        self.0.extend((value as u64).to_le_bytes());
    }

    pub(super) fn number(&mut self, value: f32) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn double(&mut self, value: f64) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn step(&mut self, value: i8) {
        self.0.extend(value.to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.size(text.len());
        self.0.extend(text.as_bytes());
    }

    pub(super) fn numbers(&mut self, values: &[f32]) {
        self.list(values, |out, value| out.number(*value));
    }

    pub(super) fn list<T>(&mut self, items: &[T], each: impl Fn(&mut Self, &T)) {
        self.size(items.len());
        for item in items {
            each(self, item);
        }
    }
}

/// Takes from the bytes of a file, never more than there are.
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    pub(super) fn take(&mut self, length: usize) -> Result<&'b [u8], ModelError> {
        let (taken, left) = self
            .0
            .split_at_checked(length)
            .ok_or(ModelError::Truncated)?;
        self.0 = left;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        self.take(N)?.try_into().map_err(|_| ModelError::Truncated)
    }

    pub(super) fn word(&mut self) -> Result<u32, ModelError> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn long(&mut self) -> Result<u64, ModelError> {
        self.array().map(u64::from_le_bytes)
    }

    pub(super) fn number(&mut self) -> Result<f32, ModelError> {
        self.array().map(f32::from_le_bytes)
    }

    pub(super) fn double(&mut self) -> Result<f64, ModelError> {
        self.array().map(f64::from_le_bytes)
    }

    pub(super) fn step(&mut self) -> Result<i8, ModelError> {
        self.array().map(i8::from_le_bytes)
    }

    /// Reads a length, which is never more than the bytes that follow.
    fn length(&mut self) -> Result<usize, ModelError> {
        let length = usize::try_from(self.long()?).unwrap_or(usize::MAX);
        if length <= self.0.len() {
            Ok(length)
        } else {
            Err(ModelError::Truncated)
        }
    }

    pub(super) fn text(&mut self) -> Result<String, ModelError> {
        let length = self.length()?;
        let bytes = self.take(length)?.to_vec();
        String::from_utf8(bytes).map_err(|_| ModelError::Inconsistent("text is not UTF-8"))
    }

    pub(super) fn numbers(&mut self) -> Result<Vec<f32>, ModelError> {
        self.list(Self::number)
    }

    pub(super) fn list<T>(
        &mut self,
        each: impl Fn(&mut Self) -> Result<T, ModelError>,
    ) -> Result<Vec<T>, ModelError> {
        let length = self.length()?;
        (0..length).map(|_| each(self)).collect()
    }
}
