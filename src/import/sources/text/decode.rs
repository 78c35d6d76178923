//! From the bytes of a file to text.
//!
//! In: bytes. Out: text with `\n` line ends and without a byte order mark. Understood are UTF-8, UTF-16 (with a
//! byte order mark, or known by its zero bytes) and GB18030. Refused, with the byte where it shows, is whatever
//! is empty, holds control bytes, is not valid text in any of these, or is more likely text in another encoding.

use chardetng::EncodingDetector;
use encoding_rs::{DecoderResult, Encoding, GB18030, GBK};

use crate::import::sources::Refused;

/// Decodes a file; `path` is for the message.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Refused> {
    let path = path.to_owned();
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(path.clone(), rest, 3)?,
        [0xFF, 0xFE, rest @ ..] => {
            utf16(&path, rest, Wide { unit: u16::from_le_bytes, skipped: 2, name: "UTF-16 LE" })?
        }
        [0xFE, 0xFF, rest @ ..] => {
            utf16(&path, rest, Wide { unit: u16::from_be_bytes, skipped: 2, name: "UTF-16 BE" })?
        }
        _ => unmarked(&path, bytes)?,
    };
    if text.trim().is_empty() {
        return Err(Refused::Empty { path });
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// How much of a file shows what it is, in bytes.
const HEAD: usize = 8192;

/// The first words of a file, where its bytes may be text: those of ASCII are right in most encodings.
pub fn head(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let wide = |unit: fn([u8; 2]) -> u16, from: usize| {
        let pairs = head.get(from..).unwrap_or_default().as_chunks::<2>().0;
        char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    match head {
        [0xFF, 0xFE, ..] => Some(wide(u16::from_le_bytes, 2)),
        [0xFE, 0xFF, ..] => Some(wide(u16::from_be_bytes, 2)),
        [b'<', 0, ..] => Some(wide(u16::from_le_bytes, 0)),
        [0, b'<', ..] => Some(wide(u16::from_be_bytes, 0)),
        _ if head.contains(&0) => None,
        _ => Some(String::from_utf8_lossy(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head)).into_owned()),
    }
}

/// So many bytes beyond ASCII in another encoding are not UTF-8 by chance.
const BY_CHANCE: usize = 12;

/// The text of a file in an encoding that it names; none where its bytes are not in that, or are UTF-8, whatever the file says.
pub fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let beyond = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let few = if encoding.is_single_byte() { 1 } else { BY_CHANCE };
    if beyond >= few && std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.chars().any(|c| u16::try_from(u32::from(c)).is_ok_and(is_control)) && !text.trim().is_empty())
        .then(|| text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// How to read 16-bit text.
#[derive(Clone, Copy)]
struct Wide {
    unit: fn([u8; 2]) -> u16,
    skipped: usize,
    name: &'static str,
}

/// UTF-16 as it comes without a byte order mark. It shows by its zero bytes, for no text does without line ends and
/// spaces; read in the wrong order, or read in pairs where it is none, text gives characters that no text uses.
const WIDE: [Wide; 2] = [
    Wide { unit: u16::from_le_bytes, skipped: 0, name: "UTF-16 LE" },
    Wide { unit: u16::from_be_bytes, skipped: 0, name: "UTF-16 BE" },
];

/// Without a byte order mark the bytes themselves must show the encoding.
fn unmarked(path: &str, bytes: &[u8]) -> Result<String, Refused> {
    if bytes.contains(&0)
        && let Some(text) =
            WIDE.iter().find_map(|&wide| utf16(path, bytes, wide).ok().filter(|text| is_chinese(text)))
    {
        return Ok(text);
    }
    if let Some(byte) = bytes.iter().position(|&byte| is_control(u16::from(byte))) {
        return Err(Refused::Binary { path: path.to_owned(), byte: byte as u64 });
    }
    let wrong = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error.valid_up_to(),
    };
    // A UTF-8 file with one broken byte can pass as GB18030 and would become nonsense.
    if mostly_utf8(bytes) {
        return Err(Refused::Undecodable { path: path.to_owned(), byte: wrong as u64, tried: "UTF-8" });
    }
    let text = gb18030(bytes).map_err(|byte| Refused::Undecodable {
        path: path.to_owned(),
        byte: byte.unwrap_or(wrong) as u64,
        tried: if byte.is_some() { "GB18030" } else { "UTF-8 nor as GB18030" },
    })?;
    // Korean and Japanese bytes are valid GB18030 too, and give usual characters in an order that nobody writes.
    let likely = likely(bytes);
    if likely != GB18030 && likely != GBK {
        return Err(Refused::OtherEncoding { path: path.to_owned(), likely: likely.name() });
    }
    Ok(text)
}

/// The encoding in which the bytes are the most usual text, of those that are no form of Unicode.
fn likely(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    detector.guess(None, false)
}

/// The text in the encoding that the bytes are most likely in; none where they seem damaged, or are no text.
pub fn guess(bytes: &[u8]) -> Option<(String, &'static str)> {
    let encoding = likely(bytes);
    let text = decode_as(encoding, bytes).filter(|_| !mostly_utf8(bytes))?;
    Some((text, encoding.name()))
}

fn utf8(path: String, bytes: &[u8], skipped: usize) -> Result<String, Refused> {
    if let Some(byte) = bytes.iter().position(|&byte| is_control(u16::from(byte))) {
        return Err(Refused::Binary { path, byte: (byte + skipped) as u64 });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let byte = (error.valid_up_to() + skipped) as u64;
            Err(Refused::Undecodable { path, byte, tried: "UTF-8" })
        }
    }
}

fn utf16(path: &str, bytes: &[u8], wide: Wide) -> Result<String, Refused> {
    let undecodable = |at: usize| Refused::Undecodable {
        path: path.to_owned(),
        byte: (at + wide.skipped) as u64,
        tried: wide.name,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(undecodable(bytes.len() - 1));
    }
    let units = pairs.iter().map(|&pair| (wide.unit)(pair));
    if let Some(at) = units.clone().position(is_control) {
        return Err(Refused::Binary { path: path.to_owned(), byte: (at * 2 + wide.skipped) as u64 });
    }
    let mut text = String::with_capacity(bytes.len() / 2 * 3);
    let mut at = 0;
    for c in char::decode_utf16(units) {
        let c = c.map_err(|_| undecodable(at))?;
        text.push(c);
        at += c.len_utf16() * 2;
    }
    Ok(text)
}

/// Control characters that no plain text holds; tabs, line ends and page breaks are fine.
fn is_control(unit: u16) -> bool {
    matches!(unit, 0..=8 | 0x0E..=0x1F | 0x7F | 0xFFFE | 0xFFFF)
}

/// Whether nine in ten bytes beyond ASCII are valid UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good >= bad.saturating_mul(9) && good > 0
}

/// The text, or the first byte that is not GB18030; no byte where the bytes are valid but plainly not Chinese.
fn gb18030(bytes: &[u8]) -> Result<String, Option<usize>> {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).ok_or(None)?;
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty if is_chinese(&text) => Ok(text),
        DecoderResult::Malformed(length, after) => {
            Err(Some(read.saturating_sub(usize::from(length) + usize::from(after))))
        }
        _ => Err(None),
    }
}

/// Bytes of another kind read as Chinese give rare characters; Chinese text gives those of GB 2312 and marks.
fn is_chinese(text: &str) -> bool {
    let (mut usual, mut rare) = (0usize, 0usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        let mut buffer = [0; 4];
        let (bytes, _, _) = GB18030.encode(c.encode_utf8(&mut buffer));
        match *bytes {
            [0xA1..=0xF7, 0xA1..=0xFE] => usual += 1,
            _ => rare += 1,
        }
    }
    usual >= rare.saturating_mul(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "人权理事会，\n第 52/8 号决议。";

    fn wide(unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn each_encoding_gives_the_same_text() {
        let mark = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            mark(&[0xEF, 0xBB, 0xBF], TEXT.into()),
            mark(&[0xFF, 0xFE], wide(u16::to_le_bytes)),
            mark(&[0xFE, 0xFF], wide(u16::to_be_bytes)),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            GB18030.encode(TEXT).0.into_owned(),
            TEXT.replace('\n', "\r\n").into_bytes(),
            TEXT.replace('\n', "\r").into_bytes(),
        ] {
            assert_eq!(decode("a.txt", &bytes).unwrap(), TEXT);
        }
    }

    #[test]
    fn refusals_name_the_file_and_the_byte() {
        let said = |bytes: &[u8]| decode("来文.txt", bytes).unwrap_err().to_string();
        assert_eq!(said(b""), "来文.txt is empty");
        assert_eq!(said("\u{feff} \r\n".as_bytes()), "来文.txt is empty");
        assert!(said(b"abc\0").contains("byte 3"));
        assert!(said(b"abc\0def").starts_with("来文.txt is not a text file: byte 3"));
        assert!(said(&[0xFF, 0xFE, 0x41, 0, 0, 0]).contains("byte 4"));
        assert!(said(&[0xFF, 0xFE, 0x41, 0, 0x42]).contains("byte 4 cannot be read as UTF-16 LE"));
        assert!(said(&[0xFE, 0xFF, 0xD8, 0, 0, 0x41]).contains("byte 2 cannot be read as UTF-16 BE"));
        let mut broken = "人权理事会".repeat(20).into_bytes();
        broken[30] = 0xFF;
        assert!(said(&broken).contains("byte 30 cannot be read as UTF-8"));
        assert!(said(b"caf\xE9s, na\xEFve").contains("byte 3"));
        assert!(said(b"\xC8\xCB\xC8\xA8 \xFF").contains("byte 5 cannot be read as GB18030"));
    }

    #[test]
    fn text_in_another_encoding_is_not_read_as_chinese() {
        for (encoding, texts) in [
            (
                encoding_rs::EUC_KR,
                ["개인정보보호법", "제1조 이 법은 개인의 자유와 권리를 보호한다.", "大韓民國 헌법"],
            ),
            (
                encoding_rs::EUC_JP,
                ["会議の記録", "人権理事会は、すべての人の権利を確認する。", "決議の案について"],
            ),
            (encoding_rs::BIG5, ["會議記錄", "人權理事會，回顧殘疾人權利公約，", "請各國寫明。"]),
            (encoding_rs::SHIFT_JIS, ["会議の記録", "すべての人の権利を確認する。", "決議の案について"]),
            (encoding_rs::WINDOWS_1251, ["Права человека", "Совет по правам человека,", "Резолюция"]),
        ] {
            for text in texts {
                let (bytes, _, _) = encoding.encode(text);
                let refused = decode("文件.txt", &bytes).unwrap_err().to_string();
                assert!(refused.contains("as UTF-8"), "{text}: {refused}");
            }
        }
        let (korean, _, _) = encoding_rs::EUC_KR.encode("개인정보보호법");
        assert_eq!(
            decode("文件.txt", &korean).unwrap_err().to_string(),
            "文件.txt is neither UTF-8 nor GB18030, but looks like EUC-KR; open it in that encoding and save it as UTF-8"
        );
        // Short Chinese texts, and characters that only GB 18030 has.
        for text in
            ["会议记录", "请各国写明。", "䶮县人民政府公告", "姓名：㐂𠮷，第 52/8 号决议。", "词表：甲、乙"]
        {
            assert_eq!(decode("文件.txt", &GB18030.encode(text).0).unwrap(), text);
        }
    }
}
