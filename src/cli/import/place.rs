//! Where an imported text is written: the language of the site that it is in, and the names of its folder and files.

use std::path::Path;

use anyhow::Result;

use crate::cli::Usage;
use crate::config::Config;
use crate::content::CONTENT;
use crate::import::{self, Imported};
use crate::lang::Lang;
use crate::starter;

/// How many names are tried for a document whose own name is taken.
const MOST_NAMES: u32 = 10;

/// The language of the site that is written as the text is; without one, what the text was taken for.
pub fn language(config: &Config, imported: &Imported) -> Lang {
    let script = imported.lang.script();
    let fits = |lang: &Lang| lang.script() == script || (lang.is_cjk() && imported.lang.is_cjk());
    config.all_languages().into_iter().find(fits).unwrap_or_else(|| imported.lang.clone())
}

/// The tag that stands in the names of files in this language; none for the main language of the site.
pub fn tag(config: Option<&Config>, lang: &Lang) -> Option<String> {
    let config = config?;
    let languages = config.all_languages();
    let exactly = languages.iter().find(|language| *language == lang);
    let same = exactly.or_else(|| languages.iter().find(|language| language.primary() == lang.primary()));
    let lang = same.unwrap_or(lang);
    (*lang != config.language).then(|| lang.to_string())
}

/// Gives a document whose name its folder cannot have another one, and says why. The name of a document that is there
/// already stays, so that nothing is imported twice.
pub fn free_name(
    root: &Path,
    imported: &mut Imported,
    tag: Option<&str>,
    config: &Config,
) -> Result<Option<String>> {
    let files = import::names(tag);
    let files = files.each_ref().map(String::as_str);
    let wanted = imported.slug.clone();
    let is_there = |slug: &str| files.iter().any(|file| root.join(CONTENT).join(slug).join(file).exists());
    if is_there(&wanted) {
        return Ok(None);
    }
    let Some((why, _)) = starter::fault_of_name(root, &wanted, &files, config)? else { return Ok(None) };
    for number in 2..MOST_NAMES {
        let slug = format!("{wanted}-{number}");
        if is_there(&slug) || starter::fault_of_name(root, &slug, &files, config)?.is_none() {
            imported.slug = slug;
            return Ok(Some(why));
        }
    }
    Err(Usage(format!("{why}; rename the file to import it under another name")).into())
}
