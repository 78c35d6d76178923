//! How many pictures a GIF holds: more than one may move.

/// Counts them; `None` for a file that is cut off or damaged.
pub fn frames(bytes: &[u8]) -> Option<usize> {
    const HEAD: usize = 13;
    let mut at = HEAD + colours(*bytes.get(10)?);
    let mut frames = 0;
    loop {
        match *bytes.get(at)? {
            // An extension: its kind, then its blocks.
            0x21 => at = after_blocks(bytes, at + 2)?,
            // A picture: its place, its own colours, the size of its codes, then its blocks.
            0x2c => {
                frames += 1;
                at = after_blocks(bytes, at + 11 + colours(*bytes.get(at + 9)?))?;
            }
            0x3b => return Some(frames),
            _ => return None,
        }
    }
}

/// The length of the table of colours that these flags announce.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The place after a row of blocks, each of which begins with its length; the last is empty.
fn after_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_counted() {
        let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
        let picture = b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0";
        let control = b"!\xf9\x04\0\0\0\0\0";
        let gif = |parts: &[&[u8]]| frames(&[&[&head[..]], parts].concat().concat());
        assert_eq!(gif(&[picture, b";"]), Some(1));
        assert_eq!(gif(&[control, picture, b"; and more"]), Some(1));
        // No control block says how long a picture stays, and there are two all the same.
        assert_eq!(gif(&[picture, picture, b";"]), Some(2));
        assert_eq!(gif(&[picture]), None);
        assert_eq!(gif(&[b"?"]), None);
        assert_eq!(frames(b"GIF89a"), None);
    }
}
