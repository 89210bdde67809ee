//! Finds the marks of Markdown, which many copies of plans are kept in.

use memchr::memchr3_iter;

use super::prose::is_han;
use super::transcript::Edit;

/// `## 一、总体要求`, `**一、总体要求**`, `> 建设工程`: what only says how words look.
pub(super) fn marks(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut behind = 0;
    // Behind the marks that opened bold words at the beginning of a line.
    let mut opened = None;
    let marks = memchr3_iter(b'#', b'*', b'>', bytes).filter_map(|at| {
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
            b'>' if first && count == 1 && next == b' ' => behind + 1,
            // `138**5678` hides digits.
            b'*' if count == 2 && !(at > 0 && digit(&bytes[at - 1]) && digit(&next)) => behind,
            _ => return None,
        };
        let runs_in = opened
            .take()
            .is_some_and(|start| heads_a_line(&text[start..at], &text[end..]));
        if first && bytes[at] == b'*' {
            opened = Some(end);
        }
        Some(Edit {
            range: at..end,
            kept: runs_in.then_some('\n'),
        })
    });
    marks.collect()
}

/// `**二、主要任务**今后五年…`: whether bold words are a heading, and its text goes on in their line.
fn heads_a_line(bold: &str, behind: &str) -> bool {
    const LONGEST: usize = 3 * 60;
    let numbered = || {
        let digits = bold.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
        digits.len() < bold.len() && digits.starts_with('、')
    };
    bold.len() <= LONGEST
        && !bold.contains('\n')
        && numbered()
        && bold.ends_with(|c: char| is_han(c) || c == '”')
        && behind
            .trim_start_matches(' ')
            .starts_with(|c| is_han(c) || c == '“' || c.is_ascii_digit())
}
