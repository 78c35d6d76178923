//! What Markdown makes of what is written.

pub mod list_numbers;
pub mod other_tools;
