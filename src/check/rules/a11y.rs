//! What assistive technology needs from the source.

pub mod alt_says_nothing;
pub mod chart_without_data;
pub mod empty_heading;
pub mod empty_table_head;
pub mod heading_jump;
pub mod missing_alt;
pub mod table_without_caption;
