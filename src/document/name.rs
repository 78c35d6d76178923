//! A short name: the id of a block, the label of a note.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// How many bytes need no box: `p-100`, `part-1`, `section-12`.
const SHORT: usize = 14;

/// A name. A large site has hundreds of thousands, nearly all of a few letters, so short ones stand in place.
#[derive(Clone, PartialEq, Eq)]
pub struct Name(Kept);

#[derive(Clone, PartialEq, Eq)]
enum Kept {
    Here { length: u8, bytes: [u8; SHORT] },
    // Twice boxed, so that a name is two words and not three.
    Boxed(Box<Box<str>>),
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        let mut bytes = [0; SHORT];
        match bytes.get_mut(..name.len()) {
            Some(place) => {
                place.copy_from_slice(name.as_bytes());
                Name(Kept::Here { length: name.len() as u8, bytes })
            }
            None => Name(Kept::Boxed(Box::new(name.into()))),
        }
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Here { length, bytes } => {
                str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default()
            }
            Kept::Boxed(name) => name,
        }
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        self
    }
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        str::hash(self, state);
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_kept_as_it_is() {
        for name in ["", "注", "p-1", "第一部分公", "fourteen-bytes", "fifteen-bytes-x", "议议议议议"]
        {
            assert_eq!(&*Name::from(name), name);
            assert_eq!(format!("{}", Name::from(name)), name);
        }
        assert_eq!(size_of::<Option<Name>>(), 16);
    }
}
