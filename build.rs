//! Tells Cargo that the built-in templates, themes and language packs are part of the program.

fn main() {
    for folder in ["templates", "themes", "src/languages", "src/starter"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
