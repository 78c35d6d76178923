//! Curbcut.

pub mod finding;
pub mod lang;
pub mod source;
