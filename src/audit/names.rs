//! Names of elements and attributes as numbers, so that one comparison finds one of a hundred.

/// The longest name the audit knows, and the longest a number holds.
const LONGEST: usize = 16;

/// The bytes of a name in lower case; 0 for what stands in no name that is written plainly.
const OF_NAME: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut byte = 0;
    while byte < 128u8 {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_') {
            bytes[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    bytes
};

/// So many bytes are taken as a number at once.
const WORD: usize = 8;

/// A name in lower case as a number; 0 for one that no known name is as long as.
pub(super) const fn number(name: &[u8]) -> u128 {
    let mut words = [0; LONGEST / WORD];
    let mut at = 0;
    while at < name.len() {
        if name.len() > LONGEST || name[at] == 0 {
            return 0;
        }
        words[at / WORD] = words[at / WORD] << 8 | name[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    words[0] as u128 | (words[1] as u128) << 64
}

/// Reads a name that is written plainly: where it ends, which is `at` if there is none, and its number.
#[inline]
pub(super) fn read(text: &[u8], at: usize) -> (usize, u128) {
    let (length, first) = word(text, at);
    if length < WORD { (at + length, u128::from(first)) } else { read_long(text, at, first) }
}

/// Reads on after the first bytes of a name.
#[inline(never)]
fn read_long(text: &[u8], at: usize, first: u64) -> (usize, u128) {
    let (more, second) = word(text, at + WORD);
    let mut end = at + WORD + more;
    if more < WORD {
        return (end, u128::from(first) | u128::from(second) << 64);
    }
    let too_long = loop {
        match word(text, end) {
            (0, _) => break end > at + LONGEST,
            (more, _) => end += more,
        }
    };
    (end, if too_long { 0 } else { u128::from(first) | u128::from(second) << 64 })
}

/// Reads the bytes of a name as a number, but no more than that holds.
#[inline]
fn word(text: &[u8], at: usize) -> (usize, u64) {
    let rest = text.get(at..).unwrap_or_default();
    let bytes = rest.first_chunk::<WORD>().copied().unwrap_or_else(|| {
        let mut bytes = [0; WORD];
        bytes[..rest.len()].copy_from_slice(rest);
        bytes
    });
    let mut word = 0;
    for (length, byte) in bytes.into_iter().enumerate() {
        let byte = OF_NAME[byte as usize];
        if byte == 0 {
            return (length, word);
        }
        word = word << 8 | u64::from(byte);
    }
    (WORD, word)
}

/// What is known by its name. A name stands at the slot its number leads to, or soon after.
pub(super) struct Names<T, const SLOTS: usize>([(u128, T); SLOTS]);

impl<T: Copy, const SLOTS: usize> Names<T, SLOTS> {
    /// These names; any other is `unknown`.
    pub const fn new(known: &[(&str, T)], unknown: T) -> Self {
        assert!(SLOTS.is_power_of_two() && known.len() < SLOTS);
        let mut slots = [(0, unknown); SLOTS];
        let mut next = 0;
        while next < known.len() {
            let (name, what) = known[next];
            let number = number(name.as_bytes());
            assert!(number != 0, "the name is too long");
            let mut slot = Self::slot(number);
            while slots[slot].0 != 0 {
                assert!(slots[slot].0 != number, "the name is there twice");
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = (number, what);
            next += 1;
        }
        Self(slots)
    }

    /// What the name of this number is.
    pub fn get(&self, number: u128) -> T {
        let mut slot = Self::slot(number);
        loop {
            let (name, what) = self.0[slot];
            if name == number || name == 0 {
                return what;
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    const fn slot(number: u128) -> usize {
        // The upper bits of the product depend on all of the name; this factor leads nearly every name to a slot of its own.
        let mixed = (number as u64 ^ (number >> 64) as u64).wrapping_mul(0xA073_EC53_7D71_C0F3);
        (mixed >> 32) as usize % SLOTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        const NAMES: Names<u8, 4> = Names::new(&[("a", 1), ("aria-describedby", 2), ("xml:lang", 3)], 0);
        for (name, what) in
            [("a", 1), ("A", 1), ("ARIA-describedby", 2), ("xml:lang", 3), ("易", 0), ("\0a", 0), ("", 0)]
        {
            assert_eq!(NAMES.get(number(name.as_bytes())), what, "{name}");
        }
        assert_eq!(NAMES.get(number(b"xaria-describedby")), 0);
    }

    #[test]
    fn a_name_is_read_to_its_end() {
        assert_eq!(read("<Xml:lang=".as_bytes(), 1), (9, number(b"xml:lang")));
        assert_eq!(read("易".as_bytes(), 0), (0, 0));
        assert_eq!(read(b"xaria-describedby", 0), (17, 0));
    }
}
