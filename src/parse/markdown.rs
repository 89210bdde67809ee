//! Finds the marks of Markdown, which many copies of plans are kept in.

use memchr::memchr2_iter;

use super::transcript::Edit;

/// `## 一、总体要求`, `**一、总体要求**`: what only says how words look.
pub(super) fn marks(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut behind = 0;
    let marks = memchr2_iter(b'#', b'*', bytes).filter_map(|at| {
        if at < behind {
            return None;
        }
        let count = bytes[at..]
            .iter()
            .take_while(|byte| **byte == bytes[at])
            .count();
        behind = at + count;
        let first = at == 0 || bytes[at - 1] == b'\n';
        let next = bytes.get(behind).copied().unwrap_or(b'\n');
        let digit = |byte: &u8| byte.is_ascii_digit();
        let end = match bytes[at] {
            b'#' if first && count <= 6 && next == b' ' => behind + 1,
            // `138**5678` hides digits.
            b'*' if count == 2 && !(at > 0 && digit(&bytes[at - 1]) && digit(&next)) => behind,
            _ => return None,
        };
        Some(Edit {
            range: at..end,
            kept: None,
        })
    });
    marks.collect()
}
