//! The outline: headings in document order with their depth, and the paragraphs below them.

use serde::{Deserialize, Serialize};

use super::Span;

/// A document's headings and paragraphs, both in document order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Outline {
    pub headings: Vec<Heading>,
    pub paragraphs: Vec<Paragraph>,
    /// What is not the plan's own words: web-page text before and after it.
    pub web_text: Vec<Span>,
}

/// A heading of any level.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Heading {
    /// 0 for the document's title, then 1 for the widest division (第一章 or 一、), 2, 3 …
    pub depth: u8,
    /// The heading with its number: `第一节 发展回顾`, `(三)行动目标`, `1.深化“两区”建设。`
    pub title: Span,
    /// Index of the paragraph this heading stands in. Equal to the first paragraph below it where
    /// the heading is the opening words of that paragraph (`1.深化“两区”建设。锚定…`).
    pub paragraph: u32,
    /// True where the heading is only the opening words of a longer paragraph.
    pub run_in: bool,
}

/// A paragraph of the plan. Headings on a line of their own are paragraphs too.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Paragraph {
    pub span: Span,
    /// Index of the innermost heading it stands under; none before the first heading.
    pub heading: Option<u32>,
}

impl Outline {
    /// The paragraph that holds scalar offset `at`.
    pub fn paragraph_at(&self, at: u32) -> Option<usize> {
        let after = self
            .paragraphs
            .partition_point(|paragraph| paragraph.span.start <= at);
        let index = after.checked_sub(1)?;
        (at < self.paragraphs[index].span.end).then_some(index)
    }

    /// The headings above a paragraph, outermost first, without the document's title.
    pub fn path(&self, paragraph: usize) -> Vec<&Heading> {
        let mut path = Vec::new();
        let Some(innermost) = self.paragraphs.get(paragraph).and_then(|p| p.heading) else {
            return path;
        };
        let mut depth = u8::MAX;
        for heading in self.headings[..=innermost as usize].iter().rev() {
            if heading.depth < depth {
                depth = heading.depth;
                if depth > 0 {
                    path.push(heading);
                }
            }
        }
        path.reverse();
        path
    }
}
