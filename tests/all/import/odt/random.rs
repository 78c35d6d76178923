//! Random documents of all that is read.

use proptest::prelude::*;

use super::made::{odt, p};
use super::{opened, prove};

const STYLES: &str = "<style:style style:name=\"Title\" style:family=\"paragraph\"/><style:style style:name=\"Caption\" style:family=\"paragraph\"/>\
    <style:style style:name=\"B\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"/></style:style>\
    <style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
    <text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"•\"/></text:list-style>";

fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "车站",
        "标志。",
        " Signs",
        "of ",
        "حقوق",
        "1. ",
        "*a*",
        "[x]",
        "（一）",
        "|",
        "&lt;b>",
    ]);
    let wrap = prop::sample::select(vec![
        "@",
        "@",
        "@",
        "<text:span text:style-name=\"B\">@</text:span>",
        "<text:span text:style-name=\"H\">@</text:span>",
        "<text:a xlink:href=\"https://example.org/\">@</text:a>",
        "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>@</text:p></text:note-body></text:note>",
        "<office:annotation><dc:creator>x</dc:creator><text:p>@</text:p></office:annotation>",
        "<text:ruby><text:ruby-base>@</text:ruby-base><text:ruby-text>du</text:ruby-text></text:ruby>",
        "@<text:line-break/>",
        "@<text:tab/>@",
        "<text:soft-page-break/>@",
        "<draw:frame><draw:image xlink:href=\"Pictures/a.png\"/><svg:desc>@</svg:desc></draw:frame>",
        "<draw:frame><draw:text-box><text:p>@</text:p></draw:text-box></draw:frame>",
    ]);
    (words, wrap).prop_map(|(words, wrap)| wrap.replace('@', words))
}

fn paragraph() -> impl Strategy<Value = String> {
    let wrap = prop::sample::select(vec![
        "<text:p>@</text:p>",
        "<text:p>@</text:p>",
        "<text:p text:style-name=\"Title\">@</text:p>",
        "<text:p text:style-name=\"Caption\">@</text:p>",
        "<text:h text:outline-level=\"1\">@</text:h>",
        "<text:h text:outline-level=\"2\">@</text:h>",
        "<text:list text:style-name=\"L\"><text:list-item><text:p>@</text:p></text:list-item></text:list>",
        "<text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item><text:list><text:list-item><text:p>@</text:p></text:list-item></text:list></text:list-item></text:list>",
        "<text:section text:display=\"none\"><text:p>@</text:p></text:section>",
    ]);
    (wrap, prop::collection::vec(piece(), 0..5))
        .prop_map(|(wrap, pieces)| wrap.replace('@', &pieces.concat()))
}

fn table() -> impl Strategy<Value = String> {
    let said = prop::sample::select(vec![
        "",
        "",
        " table:number-columns-spanned=\"2\"",
        " table:number-rows-spanned=\"2\"",
    ]);
    let cell = (said, prop::bool::weighted(0.1), prop::collection::vec(paragraph(), 0..3)).prop_map(
        |(said, is_covered, inner)| match is_covered {
            true => format!("<table:covered-table-cell>{}</table:covered-table-cell>", inner.concat()),
            false => format!("<table:table-cell{said}>{}</table:table-cell>", inner.concat()),
        },
    );
    let row = prop::collection::vec(cell, 1..4)
        .prop_map(|cells| format!("<table:table-row>{}</table:table-row>", cells.concat()));
    prop::collection::vec(row, 1..4).prop_map(|rows| format!("<table:table>{}</table:table>", rows.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_any_document_is_lost(blocks in prop::collection::vec(prop_oneof![5 => paragraph(), 1 => table()], 1..8)) {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xae\x42\x60\x82";
        let bytes = odt(STYLES, &(blocks.concat() + &p("结束")), &[("Pictures/a.png", png)]);
        let imported = opened("a.odt", &bytes).unwrap();
        prove(&imported, &bytes, "random");
    }
}
