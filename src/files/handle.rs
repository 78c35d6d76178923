//! A folder held open, as the system gives it.
//!
//! On Unix everything is opened from the folder itself, step by step and without links (`openat2` on Linux does all steps
//! in one call). Elsewhere each step is looked at before the file is opened.

#[cfg(not(unix))]
#[path = "handle/elsewhere.rs"]
mod system;
#[cfg(unix)]
#[path = "handle/unix.rs"]
mod system;

pub(super) use system::{Handle, is_link_error, open_file};
