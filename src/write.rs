//! Puts everything or nothing on the disk.
//!
//! In: finished files, each a relative path and its bytes, from any number of threads. Out: the output folder,
//! which at every moment holds either the whole old edition or the whole new one. Refused: to delete or
//! overwrite a file that no build made, to write outside the output folder, to read what the files mean.
//!
//! How it goes:
//!
//! 1. [`Edition::begin`] locks a hidden folder beside the output folder, clears away what a killed run left there,
//!    and reads the manifest: the list of what the last build made.
//! 2. [`Edition::add`] writes into that hidden folder. A file that has not changed is linked, not written.
//! 3. [`Edition::publish`] links the files that no build made into the new edition, writes its manifest, swaps
//!    the two folders in one step, and takes the old one apart.
//!
//! A killed process, a full disk or any error leaves the old edition in place; the next run tidies up. So does a power cut:
//! the disk is asked, once for all files, to store the new edition before it becomes the site, and to store the swap before
//! anything of the old edition is deleted.

mod carry;
mod destination;
mod disk;
mod edition;
mod manifest;
mod path;
mod retire;
mod rights;
mod staging;
mod swap;

pub use destination::{Refusal, judge};
pub use edition::{Edition, Report};
pub use manifest::{MANIFEST, made};
pub use path::PathError;
