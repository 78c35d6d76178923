//! The fonts of a file: those that word processors have, by the script of its language.
//!
//! In: a language. Out: names of fonts without serifs, as they are easier to read on screens; for East Asian scripts with a second
//! name, by which programs know the same font.

use crate::lang::Lang;
use crate::xml;

/// The font of Latin, Greek, Cyrillic, Arabic and Hebrew words.
const MOST: &str = "Arial";

/// Fonts of East Asian scripts: the script, the name, the name in that script, the character set.
const EAST_ASIAN: [(&str, &str, &str, &str); 4] = [
    ("Hans", "Microsoft YaHei", "微软雅黑", "86"),
    ("Hant", "Microsoft JhengHei", "微軟正黑體", "88"),
    ("Jpan", "Yu Gothic", "游ゴシック", "80"),
    ("Kore", "Malgun Gothic", "맑은 고딕", "81"),
];

/// The fonts of a file.
pub struct Fonts {
    east_asian: (&'static str, &'static str, &'static str),
}

impl Fonts {
    /// Those of a language; East Asian words in another one are most often Chinese.
    pub fn of(lang: &Lang) -> Self {
        let script = lang.script();
        let [first, ..] = EAST_ASIAN;
        let (_, name, local, charset) =
            EAST_ASIAN.into_iter().find(|(known, ..)| *known == script).unwrap_or(first);
        Self { east_asian: (name, local, charset) }
    }

    /// Writes which words have which font.
    pub fn write(&self, out: &mut xml::Writer) {
        let (name, ..) = self.east_asian;
        out.empty("w:rFonts", &[("w:ascii", MOST), ("w:hAnsi", MOST), ("w:eastAsia", name), ("w:cs", MOST)]);
    }

    /// The part that tells programs without these fonts which others look like them.
    pub fn table(&self) -> String {
        let mut out = xml::Writer::begin();
        let [(space, of_words), ..] = super::SPACES;
        out.open("w:fonts", &[(space, of_words)]);
        let (name, local, charset) = self.east_asian;
        for (name, other, charset) in [(MOST, None, "00"), (name, Some(local), charset)] {
            out.open("w:font", &[("w:name", name)]);
            other.iter().for_each(|other| out.empty("w:altName", &[("w:val", other)]));
            out.empty("w:charset", &[("w:val", charset)]);
            out.empty("w:family", &[("w:val", "swiss")]);
            out.empty("w:pitch", &[("w:val", "variable")]);
            out.close("w:font");
        }
        out.close("w:fonts");
        out.finish()
    }
}
