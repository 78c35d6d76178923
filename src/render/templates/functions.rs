//! What templates can call: labels with arguments, the language of words in another language than the page's, and words that no line parts.
//!
//! In: what a template gives. Out: words, or attributes. Refused: a label that is not there, and a language without a tag.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::lang::Lang;
use crate::languages::{Argument, Languages};
use crate::render::unbroken::unbroken;

/// Makes the functions known to the templates.
pub fn register(tera: &mut Tera, languages: &Arc<Languages>) {
    let languages = languages.clone();
    tera.register_function("label", move |arguments: Kwargs, state: &State| {
        label(&languages, arguments, state)
    });
    tera.register_function("lang", lang);
    tera.register_filter("unbroken", |words: &str, _: Kwargs, _: &State| unbroken(words));
}

/// `label(key="note-mark", number=3)`: a label with arguments, in the language of the page.
fn label(languages: &Languages, arguments: Kwargs, state: &State) -> TeraResult<String> {
    let key: String = arguments.must_get("key")?;
    let labels = languages.of(&of_page(state)?).page_labels();
    let mut given: Vec<(&str, tera::Value)> = Vec::new();
    for name in ["symbol", "publisher", "name", "rules", "title", "count", "date", "forms"] {
        given.extend(arguments.get::<tera::Value>(name)?.map(|value| (name, value)));
    }
    let words: Vec<Cow<'_, str>> = given
        .iter()
        .map(|(_, value)| value.as_str().map_or_else(|| value.to_string().into(), Cow::Borrowed))
        .collect();
    let values: Vec<(&str, Argument<'_>)> = given
        .iter()
        .zip(&words)
        .map(|((name, value), words)| {
            (*name, value.as_u64().map_or(Argument::Words(words), Argument::Number))
        })
        .collect();
    labels
        .format(&key, &values)
        .ok_or_else(|| tera::Error::message(format!("there is no label “{key}” with these arguments")))
}

/// `lang(of=link.lang)`: the attributes that say this language, with its direction where that is not the page's; nothing where
/// there is none.
fn lang(arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let tag: Option<String> = arguments.get("of")?;
    let Some(tag) = tag.filter(|tag| !tag.is_empty()) else { return Ok(Value::safe_string("")) };
    let lang: Lang = tag.parse().map_err(|_| {
        tera::Error::message(format!("lang() needs the tag of a language, and “{tag}” is none"))
    })?;
    let direction = lang.direction();
    let attributes = match direction == of_page(state)?.direction() {
        true => format!(" lang=\"{lang}\""),
        false => format!(" lang=\"{lang}\" dir=\"{}\"", direction.attribute()),
    };
    Ok(Value::safe_string(&attributes))
}

/// The language of the page that is made.
fn of_page(state: &State) -> TeraResult<Lang> {
    let page: Value = state.get("page")?.ok_or_else(|| tera::Error::message("this function needs `page`"))?;
    let lang = page.get_from_path("lang").and_then(|lang| lang.as_str()?.parse::<Lang>().ok());
    lang.ok_or_else(|| tera::Error::message("this function needs `page.lang`"))
}
