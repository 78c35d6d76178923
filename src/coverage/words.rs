//! Whether something is written in a section.
//!
//! Pictures, notes and what is struck out say nothing by themselves: words are letters or digits in running text.

use std::ops::Range;

use crate::document::{Block, BlockKind, Document, InlineKind, Inlines, Section};

/// Whether words stand in the section of this number, or in those below its heading.
pub fn has_words(easy: &Document, index: usize) -> bool {
    let sections = super::sections(easy).get(reach(easy, index)).unwrap_or_default();
    sections.iter().any(|section| in_section(easy, section))
}

/// The section of this number, and those below its heading.
pub fn reach(easy: &Document, index: usize) -> Range<usize> {
    let Some((section, after)) = super::sections(easy).get(index..).and_then(<[Section]>::split_first) else {
        return index..index;
    };
    let below = |other: &&Section| level(section).is_some_and(|own| level(other) > Some(own));
    index..index + 1 + after.iter().take_while(below).count()
}

/// Whether words stand anywhere in the version.
pub fn is_written(easy: &Document) -> bool {
    super::sections(easy).iter().any(|section| in_section(easy, section))
}

fn level(section: &Section) -> Option<u8> {
    match section.heading.as_ref()?.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    }
}

fn in_section(easy: &Document, section: &Section) -> bool {
    section.ideas.iter().any(|idea| in_blocks(easy, &idea.blocks))
}

fn in_blocks(easy: &Document, blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Paragraph(content) => in_inlines(easy, content.inlines()),
        BlockKind::List { items, .. } => items.iter().any(|item| in_blocks(easy, &item.blocks)),
        BlockKind::Quote { blocks, .. } => in_blocks(easy, blocks),
        BlockKind::Definitions(list) => {
            list.iter().flat_map(|definition| &definition.meanings).any(|meaning| in_blocks(easy, meaning))
        }
        BlockKind::Table(table) => table.rows.iter().flatten().any(|cell| in_inlines(easy, cell.inlines())),
        BlockKind::Code(code) => in_inlines(easy, code.content.inlines()),
        BlockKind::Html(html) => in_html(html),
        BlockKind::Wrapped(wrapped) => in_blocks(easy, &wrapped.blocks),
        BlockKind::Heading { .. }
        | BlockKind::Figure(_)
        | BlockKind::ThematicBreak
        | BlockKind::Article(_) => false,
    })
}

fn in_inlines(easy: &Document, inlines: Inlines<'_>) -> bool {
    inlines.into_iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => is_word(easy.text(text)),
        InlineKind::Emphasis(children)
        | InlineKind::Strong(children)
        | InlineKind::Link { children, .. }
        | InlineKind::Html { children, .. } => in_inlines(easy, *children),
        InlineKind::Deleted(_)
        | InlineKind::Image { .. }
        | InlineKind::NoteMark { .. }
        | InlineKind::Checkbox(_)
        | InlineKind::SoftBreak { .. }
        | InlineKind::HardBreak => false,
    })
}

/// Whether words stand between the tags; a character reference such as `&nbsp;` is none.
fn in_html(html: &str) -> bool {
    let mut until: Option<char> = None;
    html.chars().any(|character| {
        until = match (until, character) {
            (None, '<') => Some('>'),
            (None, '&') => Some(';'),
            // Quotes in a tag may hold its end.
            (Some('>'), '"') => Some('"'),
            (Some('"'), '"') => Some('>'),
            (Some(end), _) if end == character => None,
            (until, _) => until,
        };
        until.is_none() && character.is_alphanumeric()
    })
}

fn is_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::{Input, Role};
    use crate::parse;
    use crate::source::Source;

    fn written(body: &str) -> Vec<bool> {
        let source = Arc::new(Source::new(
            "content/a/easy-read.md",
            format!("---\ntitle: 例\nabout: 例。\n---\n\n{body}"),
        ));
        let lang = "zh-Hans".parse().unwrap();
        let easy = parse::parse(
            &Input { source, role: Role::EasyRead, slug: "a".into(), lang },
            crate::languages::Languages::built_in(),
        )
        .0;
        (0..super::super::sections(&easy).len()).map(|index| has_words(&easy, index)).collect()
    }

    #[test]
    fn only_words_make_a_section() {
        for body in [
            "大家写报告。",
            "- 写报告",
            "> 写报告",
            "**写**",
            "[写](a.md)",
            "<div>写报告</div>",
            "![图](a.svg)\n写报告。",
            "<u>写</u>",
            "3",
            "```\n写\n```",
            "| 头 |\n|---|\n| 写 |",
            "词\n: 写报告",
        ] {
            assert_eq!(written(&format!("## 写 {{covers=op-1}}\n\n{body}\n")), [true], "{body}");
        }
        for body in [
            "",
            "![图](a.svg)",
            "![](concept:report)",
            "……",
            "-",
            "<div title=\"写 > 报告\">&nbsp;</div>",
            "<!-- 写 -->",
            "~~写~~",
            "***",
            "> ## 写",
            "| 头 |\n|---|\n|  |",
            "[^1]\n\n[^1]: 注。",
            "&nbsp;",
            "- [ ] ",
        ] {
            assert_eq!(written(&format!("## 写 {{covers=op-1}}\n\n{body}\n")), [false], "{body}");
        }
    }

    #[test]
    fn what_stands_below_a_heading_is_also_in_the_sections_under_it() {
        assert_eq!(written("## 一\n\n### 二\n\n字。\n\n## 三\n\n## 四\n\n字。\n"), [true, true, false, true]);
        assert_eq!(written("![图](a.svg)\n\n## 一\n\n字。\n"), [false, true]);
    }
}
