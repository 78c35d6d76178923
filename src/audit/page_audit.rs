//! What the audit keeps of a page when its text is dropped.

use super::applicability::TestTargets;
use super::document::Document;
use super::outward::Outward;
use crate::finding::Finding;
use crate::source::Span;

/// What is known of a page that was read: its own findings, and what the links between pages are checked with.
#[derive(Debug)]
pub struct PageAudit {
    pub(super) path: Box<str>,
    /// Its language as the html element says it; empty where it says none.
    pub(super) lang: Box<str>,
    pub(super) findings: Vec<Finding>,
    pub(super) title: Option<(Box<str>, Span)>,
    /// The ids of the page as sorted hashes.
    pub(super) ids: Box<[u64]>,
    pub(super) outward: Outward,
    /// What a document of a book holds; none for a page of a site.
    pub(super) document: Option<Box<Document>>,
    pub(super) targets: TestTargets,
}

impl PageAudit {
    /// The page's path in the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the page had for the rules to judge.
    pub fn targets(&self) -> TestTargets {
        self.targets
    }

    /// What is wrong in the page by itself, by place.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Takes the page's own findings out; [`site`] does not repeat them.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}
