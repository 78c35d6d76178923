//! The corpus of the fuzzer is replayed: what once broke a target, and small inputs that reach most of it.

use std::path::Path;

use crate::targets;

#[test]
fn no_input_of_the_corpus_breaks_its_target() {
    for (name, target) in targets::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(files.len() > 2, "{}", folder.display());
        for file in files {
            println!("{}", file.display());
            target(&std::fs::read(file).unwrap());
        }
    }
}
