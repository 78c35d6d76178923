//! Plain-language summaries, which are ours and not part of the official text.

pub mod not_plain;
