//! What Markdown makes of what is written.

pub mod empty_notice;
pub mod inside_html;
pub mod list_numbers;
pub mod other_tools;
