//! The vocabulary as the build packs it for the library: a version byte, then postcard.

use crate::parse::Entry;

/// First byte of the packed form. Raise it with any change of [`Entry`].
const VERSION: u8 = 1;

/// Packs the vocabulary.
pub fn pack(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    bytes.extend(postcard::to_allocvec(entries).expect("plain data always encodes"));
    bytes
}

/// Reads what [`pack`] wrote; None for another version or for bytes that are no vocabulary.
pub fn unpack(bytes: &[u8]) -> Option<Vec<Entry>> {
    let content = bytes.strip_prefix(&[VERSION])?;
    postcard::from_bytes(content).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Direction, Indicator, Theme};

    #[test]
    fn packing_is_undone_by_unpacking() {
        let entries = vec![Entry {
            indicator: Indicator {
                id: "life-expectancy".into(),
                zh: "人均预期寿命".into(),
                en: "Life expectancy at birth".into(),
                unit: "岁".into(),
                theme: Theme::Welfare,
                direction: Direction::Higher,
                provisional: false,
            },
            aliases: vec!["人均期望寿命".into()],
        }];
        assert_eq!(unpack(&pack(&entries)), Some(entries));
    }

    #[test]
    fn another_version_is_not_read() {
        assert_eq!(unpack(&[VERSION + 1, 0]), None);
        assert_eq!(unpack(&[]), None);
    }
}
