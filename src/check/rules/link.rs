//! Links.

pub mod nowhere;
