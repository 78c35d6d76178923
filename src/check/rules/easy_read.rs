//! Easy-read versions: what they cover, and how they are written.

pub mod covers_nothing;
pub mod covers_order;
pub mod covers_twice;
pub mod left_out_unknown;
pub mod uncovered;
pub mod wrong_based_on;
