//! What templates see: the types in `src/view/`, the templates that read them, and the reference made of them.

mod model;
mod reference;
mod templates;

use std::collections::BTreeSet;
use std::path::Path;

use model::{Form, Model};
use templates::Reading;

use crate::support::Site;

/// Where the reference stands.
const REFERENCE: [&str; 3] = [
    "content/manual/templates/index.en.md",
    "content/manual/template-books/index.en.md",
    "content/manual/template-parts/index.en.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a template by the name that the program knows it by.
fn template(name: &str) -> String {
    let path = match name.strip_prefix("desk/") {
        Some(name) => root().join("src/serve/desk").join(name),
        None => root().join("templates").join(name),
    };
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of all templates.
fn all_templates() -> BTreeSet<String> {
    let folder = |folder: &str, prefix: &str| {
        let below = root().join(folder);
        let files = walk(&below).into_iter();
        let names =
            files.map(move |file| file.strip_prefix(&below).unwrap().to_str().unwrap().replace('\\', "/"));
        let templates = names
            .filter(|name| ["html", "xhtml", "opf"].iter().any(|end| name.ends_with(&format!(".{end}"))));
        templates.map(|name| format!("{prefix}{name}")).collect::<Vec<_>>()
    };
    folder("templates", "").into_iter().chain(folder("src/serve/desk", "desk/")).collect()
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Reads every template with its view.
fn readings(model: &Model) -> Reading<'_> {
    let mut reading = Reading::new(model, &template);
    for view in &model.views {
        view.templates.iter().for_each(|name| reading.read(name, &view.name));
    }
    reading
}

#[test]
fn the_reference_says_what_the_types_say() {
    for (page, made) in REFERENCE.into_iter().zip(reference::write(&Model::read(&root().join("src")))) {
        let path = root().join(page);
        if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = kept.lines().zip(made.lines()).position(|(kept, made)| kept != made);
        assert!(
            kept == made,
            "{page} is not what src/view/ says, from line {} on. \
             Write it with: INSTA_UPDATE=always cargo test --test all the_reference",
            differs.unwrap_or_else(|| kept.lines().count().min(made.lines().count())) + 1
        );
    }
}

#[test]
fn templates_read_fields_of_their_view_alone() {
    let model = Model::read(&root().join("src"));
    let reading = readings(&model);
    assert!(reading.wrong.is_empty(), "{}", reading.wrong.join("\n"));
    assert_eq!(reading.seen, all_templates(), "templates that are read, and templates that there are");
}

#[test]
fn every_field_is_read_by_a_template() {
    let model = Model::read(&root().join("src"));
    let used = readings(&model).used;
    // `extra` is for the templates of sites.
    let is_free = |form: &Form| *form == Form::Single("Extra".to_owned());
    let fields = model.types.iter().flat_map(|(name, of)| of.fields.iter().map(move |field| (name, field)));
    let fields = fields.filter(|(_, field)| !is_free(&field.form)).map(|(name, field)| (name, &field.name));
    let unused: Vec<String> = fields
        .filter(|(name, field)| !used.contains(&((*name).clone(), (*field).clone())))
        .map(|(name, field)| format!("{name}.{field}"))
        .collect();
    assert!(unused.is_empty(), "no template reads these fields of src/view/: {}", unused.join(", "));
}

#[test]
fn labels_of_templates_are_in_every_language() {
    let model = Model::read(&root().join("src"));
    let printed = readings(&model).labels;
    assert!(printed.iter().any(|(_, with_arguments)| *with_arguments), "label() is read");
    for lang in ["zh-Hans", "en"] {
        let labels = curbcut::languages::Languages::built_in().of(&lang.parse().unwrap()).labels();
        let with_arguments = |name: &str| labels.word(name).is_none() && labels.ids().any(|id| id == name);
        let is_there = |(name, arguments): &&(String, bool)| match arguments {
            true => with_arguments(name),
            false => labels.word(name).is_some(),
        };
        let missing: Vec<_> = printed.iter().filter(|label| !is_there(label)).collect();
        assert!(missing.is_empty(), "labels of templates that {lang} does not have: {missing:?}");
    }
}

#[test]
fn own_templates_print_what_is_extra() {
    let site = Site::new(&[
        (
            "content/a/index.md",
            "---\ntitle: 一\nsummary: 概要。\nextra:\n  主题: 水 & 土\n  topic: 水 & 土\n  names: [甲, 乙]\n---\n\n正文。\n",
        ),
        ("content/b/index.md", "---\ntitle: 二\nsummary: 概要。\n---\n\n正文。\n"),
        (
            "templates/parts/extra.html",
            "{% if doc.extra %}<p>{{ doc.extra.topic }} {{ doc.extra[\"主题\"] }}{% for name in doc.extra.names %} {{ name }}{% endfor %}</p>{% else %}<p>无</p>{% endif %}",
        ),
        (
            "templates/official.html",
            "{% extends \"base.html\" %}{% block main %}<h1 id=\"title\">{{ doc.title }}</h1>{% include \"parts/extra.html\" %}<p>{{ doc.authority }}<br>{{ doc.summary }}</p>{{ doc.body }}{% endblock %}",
        ),
    ]);
    let built = site.build();
    assert!(built.report.is_some(), "{:?}", built.findings);
    assert!(site.page("a/index.html").contains("<p>水 &amp; 土 水 &amp; 土 甲 乙</p>"));
    assert!(site.page("b/index.html").contains("<p>无</p>"));
}

/// Who else knows the engine could give templates more than a view.
#[test]
fn the_engine_is_known_where_views_are_printed() {
    let src = root().join("src");
    let mut files: Vec<String> = walk(&src)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rs"))
        .filter(|file| std::fs::read_to_string(file).unwrap().contains("tera::"))
        .map(|file| file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/"))
        .collect();
    files.sort();
    assert_eq!(
        files,
        ["render/templates.rs", "render/templates/functions.rs", "serve/desk.rs", "view/html.rs"]
    );
}

/// What is wrong with a template that reads the view of `glossary.html`.
fn wrong(text: &str) -> Vec<String> {
    let model = Model::read(&root().join("src"));
    let text = text.to_owned();
    let given = move |_: &str| text.clone();
    let mut reading = Reading::new(&model, &given);
    reading.read("own.html", "Glossary");
    reading.wrong
}

#[test]
fn what_is_no_field_is_found() {
    let right = "{% for group in groups %}{% for word in group.words %}{{ word.term }}{% if word.pinyin and not loop.first %}{{ labels.colon }}{% endif %}\
                 {% endfor %}{% endfor %}{{ page.trail[0].href }}{{ label(key=\"a\", name=page.title) }}{{ page[\"title\"] | upper }}";
    assert_eq!(wrong(right), [""; 0]);
    for (text, message) in [
        ("{{ page.titel }}", "own.html:1: `page.titel`: Frame has no field `titel`"),
        ("\n{% if pages %}{% endif %}", "own.html:2: `pages` is neither a field of Glossary nor a variable"),
        ("{{ doc.title }}", "own.html:1: `doc.title` is neither a field of Glossary nor a variable"),
        (
            "{% for word in groups[0].words %}{{ word.mark }}{% endfor %}",
            "own.html:1: `word.mark`: Word has no field `mark`",
        ),
        (
            "{% for word in groups[0].words %}{% endfor %}{{ word.term }}",
            "own.html:1: `word.term` is neither a field of Glossary nor a variable",
        ),
        ("{% for a in page.title %}{% endfor %}", "own.html:1: `page.title` is no list"),
        ("{{ groups.term }}", "own.html:1: `groups.term`: a list has no field `term`"),
        ("{{ page.title.length }}", "own.html:1: `page.title.length`: Text has no field `length`"),
        (
            "{{ label(key=\"a\", name=page.nobody) }}",
            "own.html:1: `page.nobody`: Frame has no field `nobody`",
        ),
        ("{% set own = page.trail[0] %}{{ own.word }}", "own.html:1: `own.word`: Link has no field `word`"),
    ] {
        assert_eq!(wrong(text), [message], "{text}");
    }
}
