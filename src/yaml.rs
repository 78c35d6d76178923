//! What must be known of YAML before the library reads it, and what it finds wrong.

pub mod places;
mod trouble;
mod without;

pub use trouble::{Trouble, trouble};
pub use without::Without;

use crate::limits;

/// Where brackets stand deeper than any value needs, counted without regard to quotation marks: the library takes time by
/// the square of their depth.
pub fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limits::YAML_DEPTH
    })
}
