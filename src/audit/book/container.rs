//! The folder META-INF: where the package is, and what is locked.

use std::collections::HashSet;

use super::super::reports::Reports;
use super::files::Book;
use super::rules;
use super::xml::Element;
use crate::finding::Finding;

/// The algorithms that only obfuscate fonts.
const OBFUSCATIONS: &[&str] = &["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

const CONTAINER: &str = "META-INF/container.xml";
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// The package documents that the container names: one for each rendition, the one that is read first.
pub(super) fn packages(book: &Book<'_>) -> Vec<String> {
    book.elements(CONTAINER)
        .map_or_else(|_| Vec::new(), |elements| rootfiles(&elements).map(str::to_owned).collect())
}

fn rootfiles<'e>(elements: &'e [Element<'_>]) -> impl Iterator<Item = &'e str> {
    elements
        .iter()
        .filter(|element| element.name == "rootfile")
        .filter(|element| element.trimmed("media-type") == Some("application/oebps-package+xml"))
        .filter_map(|element| element.trimmed("full-path"))
}

/// The path of the package document; where there is none, a finding says why.
pub(super) fn package(book: &Book<'_>, findings: &mut Vec<Finding>) -> Option<String> {
    let elements = match book.elements(CONTAINER) {
        Ok(elements) => elements,
        Err(finding) => {
            // Nothing more can be reported of a file that is no archive.
            if !book.files.is_empty() || book.findings.is_empty() {
                findings.push(*finding);
            }
            return None;
        }
    };
    let Some(path) = rootfiles(&elements).next() else {
        findings.push(book.whole(&rules::NOT_AN_EPUB, CONTAINER, "the file names no package"));
        return None;
    };
    if !book.files.contains_key(path) {
        let message = format!("the package “{path}” is not in the book");
        findings.push(book.whole(&rules::NOT_AN_EPUB, CONTAINER, message));
        return None;
    }
    Some(path.to_owned())
}

/// The files that cannot be read because they are locked.
pub(super) fn locked(book: &Book<'_>, findings: &mut Vec<Finding>) -> HashSet<String> {
    if !book.files.contains_key(ENCRYPTION) {
        return HashSet::new();
    }
    let elements = match book.elements(ENCRYPTION) {
        Ok(elements) => elements,
        Err(finding) => {
            findings.push(*finding);
            return HashSet::new();
        }
    };
    let mut locked = HashSet::new();
    let mut reports = Reports::default();
    let mut obfuscated = false;
    for element in &elements {
        match element.name {
            "EncryptedData" => obfuscated = false,
            // The key is encrypted by an algorithm of its own.
            "EncryptionMethod"
                if element.parent.is_some_and(|parent| elements[parent].name == "EncryptedData") =>
            {
                obfuscated = element.trimmed("Algorithm").is_some_and(|it| OBFUSCATIONS.contains(&it));
            }
            "CipherReference" if !obfuscated => {
                let Some(path) = element.trimmed("URI") else { continue };
                reports.add(&rules::ENCRYPTED, element.span, format!("the file “{path}” is locked"));
                locked.insert(path.to_owned());
            }
            _ => {}
        }
    }
    findings.extend(book.in_file(ENCRYPTION, reports));
    locked
}
