//! Addresses of pages from the root, as the desk links to them.

use super::FOLDER;
use crate::address::{Address, encode_path};
use crate::library::Work;
use crate::serve::snapshot::Site;

/// The address of a page from the root.
pub fn root_link(address: &Address) -> String {
    let mut link = String::from("/");
    encode_path(address.folder(), &mut link);
    link
}

/// The address of the page that shows a work's texts side by side.
pub fn beside_link(site: &Site, work: &Work) -> String {
    let mut link = format!("{FOLDER}beside/");
    encode_path(site.library.address(&work.official).folder(), &mut link);
    link
}
