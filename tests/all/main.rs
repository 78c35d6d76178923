//! All tests that use the library or the program from outside: one program, so that it links once.
//!
//! One module holds one topic. Two tests never share a folder, and none changes its own process: what must change
//! a process is a child's.

mod accessible_names;
mod acts;
mod akn;
mod audit;
mod bad_input;
mod baseline;
mod book_audit;
mod books;
mod cases;
mod check;
mod check_any_text;
mod check_texts;
mod cli;
mod collections;
mod desk;
mod discovery;
mod events;
mod evidence;
mod figures;
mod follow_up;
mod fuzz;
mod heard;
mod import;
mod kills;
mod layouts;
mod manual;
mod own_site;
mod pages;
mod plain_text;
mod rooms;
mod serve;
mod store;
mod support;
#[path = "../../fuzz/targets.rs"]
#[allow(dead_code, reason = "a target is called by its name by the fuzzer alone")]
mod targets;
mod view;
mod word;
mod write;
