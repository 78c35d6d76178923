//! The rights of folders.

use std::io;
use std::path::Path;

/// Makes one folder readable and writable for its owner, so that it can be emptied.
pub(super) fn open_up(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::fs;
        use std::os::unix::fs::PermissionsExt;
        let mut rights = fs::symlink_metadata(folder)?.permissions();
        if rights.mode() & 0o700 != 0o700 {
            rights.set_mode(rights.mode() | 0o700);
            fs::set_permissions(folder, rights)?;
        }
    }
    Ok(())
}
