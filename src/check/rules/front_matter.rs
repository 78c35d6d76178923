//! Values of the front matter.

pub mod markup;
