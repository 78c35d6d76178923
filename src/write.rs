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
//! A killed process, a full disk or any error leaves the old edition in place; the next run tidies up.
//! A power cut is another matter. Asking the disk to store every page would cost more than making the pages, so
//! only the manifest is asked for. After a power cut within the seconds in which the system still holds pages in
//! memory, some of them may be empty or missing. The next build sees that from their length and mends them.

mod carry;
mod destination;
mod edition;
mod manifest;
mod path;
mod retire;
mod staging;
mod swap;

pub use edition::{Edition, Report};
pub use manifest::MANIFEST;
pub use path::PathError;
