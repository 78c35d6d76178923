//! Pictures.

pub mod missing;
pub mod remote;
pub mod unknown_concept;
