//! A size of a file, as people write it: `100 MB`.

use serde::{Deserialize, Deserializer};

use crate::limits;
use crate::misfit;

/// How large a film or sound of a recording may be that is published with the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LargestMedia(pub u64);

impl Default for LargestMedia {
    fn default() -> Self {
        Self(limits::MEDIA)
    }
}

impl<'de> Deserialize<'de> for LargestMedia {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        misfit::parsed(deserializer, "a size such as “100 MB”", |written| read(written).map(Self))
    }
}

fn read(written: &str) -> Result<u64, String> {
    const UNITS: [(&str, u64); 3] = [("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30)];
    let number = |unit: &str| written.strip_suffix(unit)?.trim_end().parse::<u64>().ok();
    let size =
        UNITS.iter().find_map(|(unit, bytes)| number(unit)?.checked_mul(*bytes)).filter(|size| *size > 0);
    let size = size.ok_or_else(|| {
        format!("“{written}” is no size: write a whole number and KB, MB or GB, such as “100 MB”")
    })?;
    match size <= limits::FILE {
        true => Ok(size),
        false => Err(format!(
            "“{written}” is more than {}, and no larger file is published",
            limits::size(limits::FILE)
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_size_has_a_unit_and_an_end() {
        assert_eq!(read("100 MB"), Ok(100 << 20));
        assert_eq!(read("1GB"), Ok(1 << 30));
        assert!(read("2 GB").unwrap_err().contains("more than 1 GB"));
        for wrong in ["100", "MB", "-1 MB", "0 MB", "1.5 GB", "100 mb", "99999999999999999999 GB"] {
            assert!(read(wrong).unwrap_err().contains("is no size"), "{wrong}");
        }
    }
}
