//! Reads text files as they come: UTF-8 or GB18030, with or without a byte order mark.

use std::fs;
use std::path::Path;

use encoding_rs::{Encoding, GB18030};

/// The file's text. Offsets count its characters, a byte order mark among them.
///
/// # Errors
/// One line: the file and why it cannot be read.
pub fn load(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    decode(bytes).map_err(|reason| format!("{}: {reason}", path.display()))
}

/// UTF-8 is tried first. A text that reads as Chinese in UTF-8 and then fails is broken, and no
/// other encoding: two bytes of GB18030 may be a letter in UTF-8, but hardly any are Han characters.
fn decode(bytes: Vec<u8>) -> Result<String, String> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    let valid = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let begun = String::from_utf8_lossy(&bytes[..valid]);
    let han = begun
        .chars()
        .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    if han.count() > 2 {
        return Err(format!("not UTF-8 text (at byte {valid})"));
    }
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let encoding = marked.unwrap_or(GB18030);
    let (text, faulty) = encoding.decode_with_bom_removal(&bytes);
    // A zero character is in no text, but in most other files.
    if faulty || text.contains('\0') {
        Err("neither UTF-8 nor GB18030 text".into())
    } else {
        Ok(text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "到2025年，全市人口达到100万人。";

    #[test]
    fn utf8_keeps_its_mark() {
        let marked = format!("\u{feff}{TEXT}");
        assert_eq!(decode(marked.clone().into_bytes()), Ok(marked));
    }

    #[test]
    fn gb18030_is_detected() {
        let (bytes, _, _) = GB18030.encode(TEXT);
        assert_eq!(decode(bytes.into_owned()).as_deref(), Ok(TEXT));
    }

    #[test]
    fn utf16_is_known_by_its_mark() {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(TEXT.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode(bytes).as_deref(), Ok(TEXT));
    }

    #[test]
    fn other_bytes_are_refused() {
        assert!(decode(vec![0xff, 0xff, 0x31]).is_err());
        assert!(decode(vec![0xb5, 0xbd, 0]).is_err());
        let cut = &TEXT.as_bytes()[..TEXT.len() - 1];
        let reason = Err(format!("not UTF-8 text (at byte {})", TEXT.len() - 3));
        assert_eq!(decode(cut.to_vec()), reason);
    }
}
