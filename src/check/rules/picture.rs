//! Pictures.

pub mod many_meanings;
pub mod missing;
pub mod remote;
pub mod unknown_concept;
