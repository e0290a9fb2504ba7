//! The core from outside: golden files, properties, data sets when they are
//! there.

mod sentences;
