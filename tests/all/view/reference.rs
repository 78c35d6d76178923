//! The reference of what templates read, as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::model::{Field, Form, Model, Struct};

const INTRODUCTION: &str = "\
---
title: What templates read
kind: page
order: 20
summary: Every field that a template can print, its form, and when it is missing.
---

<!-- Made of the comments in src/view/. INSTA_UPDATE=always cargo test --test all the_reference writes it. -->

A site replaces a built-in template by a file of the same name in its own `templates/`. The templates are written in
[Tera](https://keats.github.io/tera/). Each reads the fields below its name, and beside them only:

- `labels`: the labels of the page's language that have no arguments, by name: `labels.contents`, `labels[\"easy-read\"]`.
- `label(key=\"read-by\", name=…)`: a label with arguments, in the language of the page.
- `words | unbroken`: the words, with no-break spaces between a number and a Chinese character, as in `2024 年 4 月`.
- `lang(of=link.lang)`: ` lang=\"ar\" dir=\"rtl\"`, the attributes for words in another language; `dir` only where it is not that of the page.

`src/languages/en/labels.ftl` lists the labels. A field that is not here is a finding, `template/error`. A path with
`[]` is that of every item of a list. What may be missing, what is empty and an empty list are false in `{% if %}`.

A template prints every value that holds words of the text or says what the page is, as it is and where readers meet it; one that does
not is a finding, `template/lost-words`. These are titles, summaries, facts, texts, notes, sections, word boxes, the adoption, credits,
`authority`, `not_official`, `stale` and `status.words`. Each stands in a place of its own, outside of `nav` and of what is hidden or closed,
and nothing around it changes what is read, such as `del`, `sup`, words in the same line or the `start` of a list.

What a page loads comes from the site (`html/third-party`), and a style sheet in a page is judged as those of the theme are: it hides
and changes nothing that may hold words of a text (`css/hides-page`).
";

const BOOKS: &str = "\
---
title: What templates of books read
kind: page
order: 21
summary: Every field that a template of an EPUB can print, its form, and when it is missing.
---

<!-- Made of the comments in src/view/. INSTA_UPDATE=always cargo test --test all the_reference writes it. -->

[What templates read](../templates/index.en.md) says what the forms are, and what every template can read.
";

const PARTS: &str = "\
---
title: What several templates read
kind: page
order: 22
summary: The fields that are the same in several templates, such as those of links and lists.
---

<!-- Made of the comments in src/view/. INSTA_UPDATE=always cargo test --test all the_reference writes it. -->

[What templates read](../templates/index.en.md) says which template has which of them, and what the forms are.
";

const NUMBER: &str = "A whole number.";
const FLAG: &str = "True or false.";

/// The three pages of the reference, as one that lists everything would be too heavy: each template of pages, those of books, and what
/// several share. Of the desk's templates, which sites do not replace, they say nothing.
pub fn write(model: &Model) -> [String; 3] {
    let views: Vec<_> = model
        .views
        .iter()
        .filter(|view| !view.templates.iter().any(|name| name.starts_with("desk/")))
        .collect();
    let mut uses = BTreeMap::new();
    views.iter().for_each(|view| count(model, &view.name, &mut uses));
    let shared = |name: &str| uses.get(name).is_some_and(|count| *count > 1);
    let mut out = String::from(INTRODUCTION);

    out.push_str("\n## Forms {#forms}\n\nTable: Forms\n\n| form | what it is |\n| --- | --- |\n");
    let forms = model.forms.iter().filter(|(name, _)| name != "Labels");
    for (name, doc) in
        forms.map(|(name, doc)| (name.as_str(), doc.as_str())).chain([("Number", NUMBER), ("Flag", FLAG)])
    {
        let _ = writeln!(out, "| {name} | {} |", cell(doc));
    }

    let (mut books, mut parts) = (String::from(BOOKS), String::from(PARTS));
    out.push_str("\n## Templates {#templates}\n");
    out.push_str("\nThose of books have [a page of their own](../template-books/index.en.md).\n");
    books.push_str("\n## Templates {#templates}\n");
    for view in &views {
        let is_of_books = view.templates.iter().all(|name| name.starts_with("book/"));
        let out = if is_of_books { &mut books } else { &mut out };
        let names: Vec<String> = view.templates.iter().map(|name| format!("`{name}`")).collect();
        let of = &model.types[&view.name];
        let _ = write!(out, "\n### {}\n\n{}\n", names.join(", "), of.doc);
        table(model, of, &names.join(", "), &shared, out);
    }

    for (name, of) in model.types.iter().filter(|(name, _)| shared(name)) {
        let _ = write!(parts, "\n## {name} {{#{}}}\n\n{}\n", place(name), of.doc);
        table(model, of, name, &shared, &mut parts);
    }
    [out, books, parts]
}

/// How many fields are of each struct, in the view and below it. One that holds itself counts as shared.
fn count(model: &Model, name: &str, uses: &mut BTreeMap<String, usize>) {
    for field in &model.types[name].fields {
        let Some(inside) = structure(&field.form) else { continue };
        if field.flat {
            count(model, inside, uses);
            continue;
        }
        let count_of = uses.entry(inside.to_owned()).or_default();
        *count_of += 1;
        if *count_of == 1 {
            count(model, inside, uses);
        }
    }
}

/// The name of the place where a part of several templates is described.
fn place(name: &str) -> String {
    format!("fields-{}", name.to_lowercase())
}

fn table(model: &Model, of: &Struct, name: &str, shared: &dyn Fn(&str) -> bool, out: &mut String) {
    let _ = writeln!(out, "\nTable: Fields of {name}");
    out.push_str("\n| field | form | what it holds |\n| --- | --- | --- |\n");
    rows(model, of, "", shared, out);
}

fn rows(model: &Model, of: &Struct, before: &str, shared: &dyn Fn(&str) -> bool, out: &mut String) {
    for field in &of.fields {
        let inside = structure(&field.form);
        if let Some(inside) = inside.filter(|_| field.flat) {
            rows(model, &model.types[inside], before, shared, out);
            continue;
        }
        let Field { name, doc, form, .. } = field;
        let _ = writeln!(out, "| `{before}{name}` | {} | {} |", said(form, shared), cell(doc));
        if let Some(inside) = inside.filter(|inside| !shared(inside)) {
            let items = if is_list(form) { "[]" } else { "" };
            rows(model, &model.types[inside], &format!("{before}{name}{items}."), shared, out);
        }
    }
}

/// The form of a field in words; a part that several templates share is a link.
fn said(form: &Form, shared: &dyn Fn(&str) -> bool) -> String {
    match form {
        Form::Single(name) => name.clone(),
        Form::Labels => "Labels".to_owned(),
        Form::Optional(inside) => format!("{}, may be missing", said(inside, shared)),
        Form::List(inside) => match &**inside {
            Form::Struct(name) if !shared(name) => "list".to_owned(),
            inside => format!("list: {}", said(inside, shared)),
        },
        Form::Struct(name) if shared(name) => {
            format!("[fields of {name}](../template-parts/index.en.md#{})", place(name))
        }
        Form::Struct(_) => "fields".to_owned(),
    }
}

fn structure(form: &Form) -> Option<&str> {
    match form {
        Form::Struct(name) => Some(name),
        Form::Optional(inside) | Form::List(inside) => structure(inside),
        Form::Single(_) | Form::Labels => None,
    }
}

fn is_list(form: &Form) -> bool {
    match form {
        Form::List(_) => true,
        Form::Optional(inside) => is_list(inside),
        _ => false,
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
