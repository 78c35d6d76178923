//! What each stage costs by itself, on this repository's own site: `cargo bench --bench stages`.
//!
//! Whole builds beside other tools are measured by `scripts/bench`.

use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use curbcut::audit::{self, Allow};
use curbcut::check;
use curbcut::content::Input;
use curbcut::languages::Languages;
use curbcut::library::{Drafts, Library};
use curbcut::load::{self, Read};
use curbcut::parse;
use curbcut::render::{Page, Renderer, SourceMap, Templates};
use curbcut::site;
use curbcut::store::Store;
use curbcut::write::Edition;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn library() -> Library {
    site::read(root(), Drafts::Skip).expect("the folder is read").0.expect("book.toml is right")
}

fn pages(library: &Library) -> Vec<Page> {
    let languages = library.languages();
    let templates = Templates::built_in(&languages, Languages::built_in());
    let renderer = Renderer::new(library, &templates, &languages, SourceMap::Off);
    renderer.jobs().into_iter().map(|job| renderer.page(job).expect("the templates are right")).collect()
}

fn read_and_parse(criterion: &mut Criterion) {
    let read = || Store::new(root(), Drafts::Skip).read_all().expect("the folder is read");
    criterion.bench_function("read", |bench| bench.iter(read));
    let site = load::site_at(root()).expect("the folder is there");
    let config = load::config(root()).expect("book.toml is right");
    let listing = load::list(&site, None).expect("the folder is listed");
    let input = |path: &String| match load::read(&site, path, &config) {
        Ok(Read::Text(input)) => Some(input),
        _ => None,
    };
    let inputs: Vec<Input> = listing.texts.iter().filter_map(input).collect();
    criterion.bench_function("parse", |bench| {
        bench.iter(|| {
            inputs.iter().map(|input| parse::parse(input, Languages::built_in())).collect::<Vec<_>>()
        });
    });
}

fn check_and_render(criterion: &mut Criterion) {
    let library = library();
    // The first check loads the dictionary, which is not what is measured here.
    check::check(&library);
    criterion.bench_function("check", |bench| bench.iter(|| check::check(&library)));
    let languages = library.languages();
    let templates = Templates::built_in(&languages, Languages::built_in());
    let renderer = Renderer::new(&library, &templates, &languages, SourceMap::Off);
    criterion.bench_function("render", |bench| {
        bench.iter(|| renderer.jobs().into_iter().map(|job| renderer.page(job)).collect::<Vec<_>>());
    });
}

fn audit_and_write(criterion: &mut Criterion) {
    let library = library();
    let pages = pages(&library);
    let allow = library.proper_names().fold(Allow::default(), Allow::name);
    let audited =
        |page: &Page| audit::page(audit::Page { path: page.address.path(), html: &page.html }, &allow);
    criterion
        .bench_function("audit: pages", |bench| bench.iter(|| pages.iter().map(audited).collect::<Vec<_>>()));
    let audits: Vec<_> = pages.iter().map(audited).collect();
    criterion.bench_function("audit: links between pages", |bench| {
        bench.iter(|| audit::site(&audits, |path| library.asset(path).is_some(), |_| None));
    });
    criterion.bench_function("write", |bench| {
        bench.iter_batched(
            || tempfile::tempdir().expect("a folder is made"),
            |folder| {
                let edition = Edition::begin(&folder.path().join("public")).expect("the folder is free");
                for page in &pages {
                    edition.add(page.address.path(), &page.html).expect("the page is written");
                }
                edition.publish().expect("the site is put in place");
                folder
            },
            BatchSize::SmallInput,
        );
    });
}

criterion_group!(stages, read_and_parse, check_and_render, audit_and_write);
criterion_main!(stages);
