//! Names, hidden content, roles and tables in pages as other people write them: what the audit finds, and what it must not find.

use curbcut::audit::heard::heard;
use curbcut::audit::{Allow, Page, page};

/// The rules about names, roles and tables that a page with this body breaks, in the order of the page.
fn found(body: &str) -> Vec<&'static str> {
    let html = format!("<html lang=\"zh-Hans\"><title>题</title><body>{body}");
    let about = [
        "attr",
        "aria-",
        "autocomplete",
        "empty-",
        "exposed-",
        "field-",
        "forbidden-",
        "frame-",
        "graphic-",
        "header",
        "hidden-",
        "image-",
        "img-",
        "missing-state",
        "nested-",
        "object-",
        "unknown-",
        "wrong-",
    ];
    let audit = page(Page { path: "index.html", html: &html }, &Allow::default());
    let rules = audit.findings().iter().filter_map(|finding| finding.rule.strip_prefix("html/"));
    // What the rules find to be without a name is heard without one.
    for (rule, roles) in [
        ("empty-link", ["link", "doc-noteref", "doc-backlink"].as_slice()),
        ("empty-button", &["button"]),
        ("empty-heading", &["heading"]),
        ("empty-summary", &["summary"]),
        (
            "field-without-name",
            &["checkbox", "combobox", "field", "listbox", "searchbox", "switch", "textbox"],
        ),
    ] {
        let phrases = heard(&html).phrases;
        let nameless = phrases.iter().filter(|phrase| {
            roles.contains(&phrase.role) && phrase.name.is_empty() && phrase.own_name.is_empty()
        });
        assert_eq!(nameless.count(), rules.clone().filter(|found| *found == rule).count(), "{rule}: {body}");
    }
    rules
        .filter(|rule| about.iter().any(|about| rule.starts_with(about)) && *rule != "header-without-scope")
        .collect()
}

#[track_caller]
fn all_good(bodies: &[&str]) {
    for body in bodies {
        assert_eq!(found(body), [""; 0], "{body}");
    }
}

#[track_caller]
fn each_finds(rule: &str, bodies: &[&str]) {
    for body in bodies {
        assert_eq!(found(body), [rule], "{body}");
    }
}

#[test]
fn a_link_is_named_by_what_browsers_name_it_by() {
    all_good(&[
        "<a href=x>文</a>",
        "<a href=x><img alt=文></a>",
        "<a href=x><svg><title>文</title><path/></svg></a>",
        "<a href=x title=文><img alt=''></a>",
        "<a href=x><span aria-label=文 role=img></span></a>",
        // What is named may stand after what it names, and be hidden.
        "<a href=x aria-labelledby=n></a><p hidden id=n>文</p>",
        "<a href=x aria-labelledby='m n'></a><p id=m></p><p id=n style='display: none'><b>文</b></p>",
        "<a href=x><b aria-labelledby=n role=img></b></a><p id=n>文</p>",
        "<a href=x aria-labelledby=n id=n aria-label=文></a>",
        "<a href=x><details open><summary>文</summary></details></a>",
        "<a>没有地址</a>",
        "<a href=x hidden></a><a href=x style='visibility:hidden'></a><p inert><a href=x></a></p>",
        "<template><a href=x></a></template>",
    ]);
    each_finds(
        "empty-link",
        &[
            "<a href=x>&nbsp;</a>",
            "<a href=x><img alt=''></a>",
            "<a href=x><img alt='' title=文></a>",
            "<a href=x><b hidden>文</b></a>",
            "<a href=x><b style='display:none'>文</b></a>",
            "<a href=x><b aria-hidden=true>→</b></a>",
            "<a href=x aria-labelledby=n></a>",
            // A name is not led on from one reference to the next.
            "<a href=x aria-labelledby=n></a><section id=n aria-labelledby=m></section><p id=m>文</p>",
            // What is hidden in what is not hidden does not name.
            "<a href=x aria-labelledby=n></a><p id=n><b hidden>文</b></p>",
            "<a href=x><video controls>没有影片</video></a>",
            "<a href=x><template>文</template></a>",
            "<a role=doc-noteref href=x></a>",
            "<img alt=图 usemap='#m'><map name=m><area href=x></map>",
        ],
    );
}

#[test]
fn buttons_and_what_is_like_them() {
    all_good(&[
        "<input type=submit><input type=reset><input type=button value=开>",
        "<label>开<button></button></label>",
        "<div role=button tabindex=0>开</div>",
        "<button role=none disabled></button>",
        "<details><summary>开</summary><summary></summary>文</details><summary></summary>",
        "<div role=menu><div role=menuitem>开</div></div>",
    ]);
    each_finds(
        "empty-button",
        &[
            "<button></button>",
            "<input type=button>",
            "<input type=submit value=' '>",
            "<b role='按钮 button'></b>",
        ],
    );
    each_finds("empty-summary", &["<details><summary><b hidden>开</b></summary>文</details>"]);
    assert_eq!(found("<button role=none></button>"), ["empty-button", "exposed-decoration"]);
}

#[test]
fn form_fields_are_named_by_labels_wherever_they_stand() {
    all_good(&[
        "<label>名<input></label>",
        "<label for=f>名</label><input id=f>",
        "<input id=f><label for=f>名</label>",
        "<label hidden for=f>名</label><select id=f></select>",
        "<label for=f aria-labelledby=n></label><input id=f><p id=n>名</p>",
        "<label><img alt=名><textarea></textarea></label>",
        "<input placeholder=名><input title=名><input aria-label=名>",
        "<div role=checkbox aria-checked=false>同意</div>",
        "<input type=hidden><input style='display:none'>",
        "<label>每<input value=3 aria-label=数>天<input aria-label=名></label>",
    ]);
    each_finds(
        "field-without-name",
        &[
            "名<input>",
            "<label>名</label><input>",
            "<label><input value=名></label>",
            "<label><select><option>甲</select></label>",
            // The label names the first field in it.
            "<label>名<input><input></label>",
            "<label for=g>名<input></label>",
            "<label for=f></label><input id=f>",
            "<label>名<div role=textbox></div></label>",
            "<div role=textbox>名</div>",
            "<input type=password>",
        ],
    );
}

#[test]
fn images_and_what_shows_something() {
    all_good(&[
        "<img alt=图><img alt=''><img role=none><img role=presentation>",
        "<img title=图><img aria-labelledby=n><p id=n hidden>图</p>",
        "<p hidden><img></p><img aria-hidden=true>",
        "<svg role=img><title>图</title></svg><svg role=img aria-label=图></svg><svg><path/></svg>",
        "<svg><g role=graphics-object></g></svg>",
        "<object data=a.png title=图></object><object data=a.html></object><object role=none data=a.png></object>",
        "<iframe title=图></iframe><iframe tabindex=-1></iframe><iframe hidden></iframe>",
        "<input type=image alt=寻>",
    ]);
    each_finds(
        "img-without-alt",
        &["<img>", "<img alt=' '>", "<div role=img></div>", "<img aria-labelledby=n>"],
    );
    each_finds(
        "graphic-without-name",
        &[
            "<svg role=img><text>图</text></svg>",
            "<svg role=img><g><title>图</title></g></svg>",
            "<svg role=img><title> </title></svg>",
            "<svg><circle role=graphics-symbol></circle></svg>",
        ],
    );
    each_finds(
        "object-without-name",
        &["<object data=a.mp3>文</object>", "<object data=a type=image/png></object>"],
    );
    each_finds(
        "frame-without-name",
        &["<iframe></iframe>", "<iframe title=''></iframe>", "<iframe name=图></iframe>"],
    );
    each_finds("empty-heading", &["<h1><img alt=''></h1>", "<div role=heading aria-level=2></div>"]);
}

#[test]
fn what_a_keyboard_comes_to_is_there_for_everybody() {
    all_good(&[
        "<p aria-hidden=true>文<button disabled>开</button><a href=x tabindex=-1>文</a></p>",
        "<p aria-hidden=true tabindex=0 onfocus='go()'></p>",
        "<p aria-hidden=true><b hidden><a href=x>文</a></b></p>",
        "<fieldset disabled aria-hidden=true><input></fieldset>",
        "<button>开<b>字</b></button>",
        "<img alt='' id=a class=b><p role=none>文</p>",
    ]);
    each_finds(
        "hidden-focusable",
        &[
            "<p aria-hidden=true><a href=x>文</a></p>",
            "<p aria-hidden=true><b aria-hidden=false><input></b></p>",
            "<p aria-hidden=true contenteditable></p>",
            "<details aria-hidden=true><summary>开</summary><a href=x>文</a></details>",
        ],
    );
    each_finds("nested-focusable", &["<div role=button tabindex=0>开<a href=x>文</a></div>"]);
    each_finds("frame-left-out", &["<iframe tabindex=-1 title=图 srcdoc='<button>开</button>'></iframe>"]);
    all_good(&["<iframe tabindex=-1 title=图 width=1 height=1 srcdoc='<button>开</button>'></iframe>"]);
}

#[test]
fn roles_and_attributes_are_those_of_the_standards() {
    all_good(&[
        "<p role=''>文</p><p role='没有 note'>文</p>",
        "<p aria-live=polite aria-busy=true>文</p>",
        "<input type=checkbox role=switch aria-label=开><h2 role=heading>题</h2>",
        "<div role=combobox aria-expanded=false aria-label=选></div>",
        "<div role=separator></div>",
        "<input type=password aria-required=true aria-label=名><my-tag aria-expanded=true></my-tag>",
        "<p hidden aria-label=文></p>",
    ]);
    // An attribute that ARIA 1.2 knows for all makes the role of none void; a newer one does not.
    each_finds("exposed-decoration", &["<nav role=none aria-label=文>文</nav>"]);
    each_finds("forbidden-name", &["<h1 role=none aria-brailleroledescription=文>文</h1>"]);
    each_finds("unknown-role", &["<p role=段>文</p>"]);
    each_finds("missing-state", &["<div role=heading>题</div>", "<div role=separator tabindex=0></div>"]);
    each_finds("unknown-aria", &["<p aria-lable=文>文</p>"]);
    each_finds("aria-not-allowed", &["<p aria-sort=none>文</p>"]);
    each_finds("aria-value", &["<p aria-live=大声>文</p>", "<button aria-expanded=yes>开</button>"]);
    each_finds(
        "forbidden-name",
        &["<p aria-label=文>文</p>", "<div aria-labelledby=n>文</div><b id=n>文</b>"],
    );
}

#[test]
fn lists_hold_items_and_items_stand_in_lists() {
    all_good(&[
        "<ul><li>甲<ul><li>乙</ul></ul>",
        "<div role=list><div><div role=listitem>甲</div></div></div>",
        "<div role=list aria-owns=a></div><div role=listitem id=a>甲</div>",
        "<div role=list aria-busy=true>甲</div><ul></ul>",
        "<ul role=none><p>甲</p></ul>",
        "<table><caption>表<tr><td>甲</table>",
        "<select><optgroup label=甲><option>乙</select>"
            .replace("<select>", "<select aria-label=选>")
            .as_str(),
        "<ul><script>1</script><li>甲</ul>",
    ]);
    each_finds(
        "wrong-child",
        &[
            "<ul><p>甲</p></ul>",
            "<div role=list><b>甲</b></div>",
            "<div role=list aria-owns=a></div><div id=a role=note>甲</div>",
            "<div role=list><div role=listitem>甲</div><div role=note id=a>乙</div></div>",
        ],
    );
    each_finds("wrong-parent", &["<div role=listitem>甲</div>", "<div role=tab id=a>甲</div>"]);
    assert_eq!(
        found("<div role=list><div aria-live=polite><div role=listitem>甲</div></div></div>"),
        ["wrong-child", "wrong-parent"]
    );
}

#[test]
fn a_header_heads_a_cell() {
    all_good(&[
        "<table><tr><th>甲<th>乙<tr><td>1<td>2</table>",
        "<table><tr><td><th>甲<th>乙<tr><th>丙<td>1<td>2</table>",
        "<table><thead><tr><th>甲<th>乙<tbody><tr><td colspan=2>1</table>",
        "<table><tr><th rowspan=2>甲<th>乙<tr><td>1</table>",
        "<table><tr><th id=a>甲<th id=b>乙<tr><td>1<tr><td headers=b>2</table>",
        "<table role=none><tr><th>甲</table><table hidden><tr><th>甲</table>",
        "<table><tr><th role=cell>甲<tr><td>1</table>",
        "<div role=grid><div role=row><b role=columnheader>甲</b></div><div role=row><b role=gridcell>1</b></div></div>",
    ]);
    each_finds(
        "header-of-nothing",
        &[
            "<table><tr><th>甲<th>乙<tr><td>1</table>",
            "<table><tr><td>1<th scope=row>甲</table>",
            "<div role=grid><div role=row><b role=columnheader>甲</b></div></div>",
        ],
    );
    each_finds(
        "headers-outside",
        &["<table><tr><th>甲<tr><td headers=a>1</table><p id=a>文</p>"
            .replace("<td ", "<td>0<tr><td ")
            .as_str()],
    );
}

/// How their time grows is measured by `scripts/measure-growth`.
#[test]
fn hostile_names_and_tables_are_read_to_their_end() {
    for (first, second) in [
        ("<a href=x aria-labelledby=a>", "<b id=a aria-labelledby=a>"),
        ("<label for=a>", "<input id=a>"),
        ("<label>", "<input>"),
        ("<p hidden><b aria-label=文>", "</p>"),
        ("<ul role=list aria-owns='a a'>", "<li id=a>"),
        ("<table><tr><th rowspan=65534 colspan=1000>", "<tr><td colspan=1000 headers='a a'>"),
        ("<div role=grid><div role=row><b role=rowheader>", "<b role=gridcell>"),
        ("<svg><title>", "</title>"),
        ("<details><summary>", "<button>"),
    ] {
        let count = 8_000;
        let html = format!("<html lang=zh>{}{}", first.repeat(count), second.repeat(count));
        page(Page { path: "index.html", html: &html }, &Allow::default());
    }
}
