//! Curbcut publishes the official text, a plain-language summary and an easy-read version of every document of a
//! folder as an accessible website, and proves what it claims.
//!
//! The data goes one way:
//!
//! ```text
//! load -> parse -> check -> render -> audit -> write
//! disk    Markdown  author   Tera      rendered  the site
//!         -> model  findings -> pages  pages
//! ```
//!
//! [`build`](site::build) shows the whole way. Each stage is a module that uses the model and the stages before it.
//! Two kinds of trouble never mix: what an author wrote wrong is a [`Finding`](finding::Finding) and stops nothing
//! early; what the machine cannot do is an error and stops at once.

// `cli::output` prints, and outlives a reader that is gone.
#![warn(clippy::print_stdout, clippy::print_stderr)]
// An offset inside a character would end the program; `source::slice` says what happens instead.
#![cfg_attr(not(test), warn(clippy::string_slice))]

pub mod accessibility;
pub mod address;
pub mod audit;
pub mod authority;
pub mod baseline;
pub mod check;
pub mod cli;
pub mod collection_reports;
pub mod collections;
pub mod config;
pub mod content;
mod count;
pub mod coverage;
pub mod day;
pub mod digest;
pub mod document;
pub mod events;
pub mod evidence;
pub mod explain;
pub mod files;
pub mod finding;
pub mod follow_up;
pub mod formats;
pub mod front_matter;
pub mod glossary;
pub mod hidden;
pub mod image;
pub mod import;
pub mod kinds;
pub mod lang;
pub mod languages;
pub mod library;
pub mod limits;
pub mod load;
pub mod matching;
mod misfit;
pub mod numbering;
pub mod parse;
pub mod pictures;
pub mod published;
pub(crate) mod ranges;
pub mod records;
pub mod render;
pub mod report;
pub mod reported;
pub mod review;
pub mod samples;
pub mod seal;
pub mod serve;
pub mod site;
pub mod source;
pub mod starter;
pub mod store;
pub mod view;
pub mod webvtt;
pub mod write;
pub mod xml;
mod yaml;
