//! Every rule, one file each, with its text beside it. The list is made of the files, so that none is forgotten.

mod a11y;
pub(super) mod allowance;
mod easy_read;
mod front_matter;
mod language;
mod link;
mod markdown;
mod official;
mod picture;
mod summary;

pub use easy_read::long_clause::clauses;
pub use easy_read::long_sentence::{measured, unit};

use super::Rule;

/// All rules, by name: each `pub static …: Rule` in the files of this folder, which `build.rs` reads. `explain`, the rule pages,
/// SARIF and the tests are made from this list.
pub static RULES: &[&Rule] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));
