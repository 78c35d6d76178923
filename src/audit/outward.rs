//! Where one page leads, as far as only the whole site shows whether something is there.

use super::address::Path;
use super::reports::Origin;
use crate::source::slice;

/// The addresses of one page that lead out of it, in one piece of memory.
#[derive(Debug, Default)]
pub(super) struct Outward {
    text: String,
    links: Vec<Link>,
}

#[derive(Debug)]
struct Link {
    /// Where in the text the path begins; it ends where the fragment begins.
    path: u32,
    fragment: u32,
    origin: Origin,
}

impl Outward {
    /// Notes an address resolved to a path inside the site.
    pub fn add(&mut self, path: &Path<'_, '_>, fragment: &str, origin: Origin) {
        let at = self.text.len() as u32;
        self.text.push_str(path.folder);
        self.text.push_str(&path.rest);
        let end = self.text.len() as u32;
        self.text.push_str(fragment);
        self.links.push(Link { path: at, fragment: end, origin });
    }

    /// The same without room to grow: every page keeps its own to the end.
    pub fn exact(mut self) -> Self {
        self.text.shrink_to_fit();
        self.links.shrink_to_fit();
        self
    }

    /// Path, fragment and place of each.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, Origin)> {
        let ends = self.links.iter().skip(1).map(|next| next.path as usize).chain([self.text.len()]);
        self.links.iter().zip(ends).map(|(link, end)| {
            let (path, fragment) = (link.path as usize, link.fragment as usize);
            (slice(&self.text, path..fragment), slice(&self.text, fragment..end), link.origin)
        })
    }
}
