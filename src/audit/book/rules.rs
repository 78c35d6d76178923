//! The rules for books, beside those for pages: the archive, the package, the navigation, the claims.

use super::super::applicability::TestTarget;
use super::super::rules::{Certainty, Rule, rules};
use crate::finding::Severity;

rules! {
    "epub", each Sure of Book:
    NOT_AN_EPUB = "not-an-epub", Error, "EPUB 3.3: OCF container",
        "A book is a ZIP file whose META-INF/container.xml names its package",
        "Make the book anew; no reading system opens it.";
    MIMETYPE = "mimetype", Error, "EPUB 3.3: OCF ZIP container",
        "The first file is “mimetype”, stored as it is, and says application/epub+zip",
        "Write the file mimetype first, without compression, extra fields or line end.";
    UNSAFE_NAME = "unsafe-name", Error, "EPUB 3.3: file names",
        "The name of a file stays inside the book and differs from others in more than capitals",
        "Name files with letters, digits, “-”, “_” and “.”, in folders inside the book.";
    TOO_LARGE = "too-large", Error, "own limit",
        "A book has no more files and text than can be read safely",
        "Split the book. What is past the limit was not read.";
    ENCRYPTED = "encrypted", Error, "EPUB Accessibility 1.1: distribution",
        "No file is locked",
        "Publish the book without locks: they keep assistive technology out. Fonts may stay obfuscated.";
    EMPTY_FILE = "empty-file", Error, "EPUB 3.3: publication resources",
        "A file has content",
        "Put the file's content back, or take it out of the book.";
    NOT_WELL_FORMED = "not-well-formed", Error, "EPUB 3.3: XML conformance",
        "Documents and package are well-formed XML in UTF-8",
        "Mend the markup; reading systems show an error in place of the text.";
    OLD_VERSION = "old-version", Error, "EPUB Accessibility 1.1",
        "A book is EPUB 3",
        "Convert the book to EPUB 3; EPUB 2 has no navigation document and no accessibility metadata.";

    MISSING_TITLE = "missing-title", Error, "EPUB 3.3: dc:title",
        "A book has a title",
        "Add dc:title with the title of the text.";
    MISSING_IDENTIFIER = "missing-identifier", Error, "EPUB 3.3: dc:identifier",
        "A book has an identifier, and unique-identifier names it",
        "Add dc:identifier with an id, and name that id in unique-identifier.";
    MISSING_LANGUAGE = "missing-language", Error, "EPUB 3.3: dc:language",
        "A book says its language with a valid tag",
        "Add dc:language, for example zh-Hans.";
    MODIFIED = "modified", Error, "EPUB 3.3: last modified date",
        "A book says once when it was changed, as CCYY-MM-DDThh:mm:ssZ",
        "Add one dcterms:modified in universal time, for example 2023-04-03T00:00:00Z.";
    PACKAGE_LANGUAGE = "package-language", Error, "WCAG 3.1.1; EPUB 3.3: xml:lang",
        "The package says the language its own words are in",
        "Add xml:lang to the package element: titles and summaries are read aloud too.";
    DUPLICATE_ID = "duplicate-id", Error, "XML: ID",
        "An id stands once in the package",
        "Give each element of the package an id of its own.";
    DANGLING_ID = "dangling-id", Error, "EPUB 3.3: package document",
        "What refers to an id of the package names one that exists",
        "Name the id of an element of the package.";

    MISSING_ACCESS_MODE = "missing-access-mode", Error, "EPUB Accessibility 1.1: discovery",
        "A book says by which senses its content is taken in",
        "Add schema:accessMode: textual for text; visual as well for pictures that tell something.";
    MISSING_ACCESS_MODE_SUFFICIENT = "missing-access-mode-sufficient", Warning, "EPUB Accessibility 1.1: discovery",
        "A book says which senses are enough to read it",
        "Add schema:accessModeSufficient: textual if every picture has words for it.";
    MISSING_ACCESSIBILITY_FEATURE = "missing-accessibility-feature", Error, "EPUB Accessibility 1.1: discovery",
        "A book says what it offers to people who need it",
        "Add one schema:accessibilityFeature for each thing the book has, such as tableOfContents.";
    MISSING_ACCESSIBILITY_HAZARD = "missing-accessibility-hazard", Error, "EPUB Accessibility 1.1: discovery",
        "A book says whether it flashes, moves or sounds so that it may harm",
        "Add schema:accessibilityHazard, with none if nothing does.";
    MISSING_ACCESSIBILITY_SUMMARY = "missing-accessibility-summary", Warning, "EPUB Accessibility 1.1: discovery",
        "A book says in plain words how accessible it is",
        "Add schema:accessibilitySummary in the language of the book.";
    SUMMARY_LANGUAGE = "summary-language", Warning, "WCAG 3.1.2",
        "The accessibility summary is in the language it is marked with",
        "Write it in the language of the book, or mark its language with xml:lang.";
    UNKNOWN_TERM = "unknown-term", Error, "Schema.org accessibility vocabulary",
        "Accessibility metadata use the words of the vocabulary, which readers search by",
        "Write a term of the vocabulary, in its own capitals.";
    DEPRECATED_TERM = "deprecated-term", Warning, "Schema.org accessibility vocabulary",
        "Accessibility metadata use no word that the vocabulary has given up",
        "Write the newer term, or take the old one out.";
    CONTRADICTING_TERMS = "contradicting-terms", Error, "Schema.org accessibility vocabulary",
        "Accessibility metadata do not contradict each other",
        "Keep what is true: none and unknown stand alone, and a hazard is there or not.";
    CONFORMS_TO = "conforms-to", Error, "EPUB Accessibility 1.1: conformance reporting",
        "A claim of conformance is one of the nine strings of EPUB Accessibility 1.1",
        "Write it exactly so: EPUB Accessibility 1.1 - WCAG 2.2 Level AA.";
    CLAIM_WITHOUT_CERTIFIER = "claim-without-certifier", Error, "EPUB Accessibility 1.1: evaluator name",
        "A claim of conformance says who makes it",
        "Add a11y:certifiedBy that refines the claim, or take the claim out.";

    UNTRUE_ACCESS_MODE = "untrue-access-mode", Error, "EPUB Accessibility 1.1: discovery; Schema.org accessibility vocabulary",
        "The senses that metadata name are those the content needs",
        "Say what is true of the content, or mend the content.";
    UNCLAIMED_ACCESS_MODE = "unclaimed-access-mode", Warning, "EPUB Accessibility 1.1: discovery; Schema.org accessibility vocabulary",
        "Metadata name every sense that the content speaks to",
        "Add schema:accessMode with this term.";
    UNTRUE_FEATURE = "untrue-feature", Error, "EPUB Accessibility 1.1: discovery; Schema.org accessibility vocabulary",
        "A feature that metadata claim is in the book",
        "Take the claim out, or put into the book what it promises.";
    UNCLAIMED_FEATURE = "unclaimed-feature", Warning, "EPUB Accessibility 1.1: discovery; Schema.org accessibility vocabulary",
        "Metadata claim what the book has, so that readers find it",
        "Add schema:accessibilityFeature with this term.";

    MISSING_FILE = "missing-file", Error, "EPUB 3.3: manifest",
        "Every file the manifest lists is in the book",
        "Put the file into the book, or take its item out of the manifest.";
    NOT_IN_MANIFEST = "not-in-manifest", Error, "EPUB 3.3: manifest",
        "Every file of the book is listed in the manifest, once",
        "Add an item for the file, or take the file out.";
    UNUSED_FILE = "unused-file", Warning, house "EPUB lets a book hold what nothing leads to",
        "Something in the book leads to every file",
        "Take the file out: it makes the book larger and is never seen.";
    NOT_IN_SPINE = "not-in-spine", Error, "EPUB 3.3: spine",
        "A document that is linked to has its place in the order of reading",
        "Add an itemref for the document, with linear=\"no\" if it is read only by its links.";
    EMPTY_SPINE = "empty-spine", Error, "EPUB 3.3: spine",
        "The spine lists the documents to read, each once",
        "Add an itemref for each document in the order of reading.";
    ITEM_PROPERTIES = "item-properties", Error, "EPUB 3.3: manifest item properties",
        "The properties of a manifest item say what the document holds, and no more",
        "Write mathml, scripted and svg into properties where the document holds such, and only there.";
    REMOTE_RESOURCE = "remote-resource", Error, "EPUB 3.3: remote resources",
        "A book asks no other host for anything but sound and film",
        "Put a copy of the file into the book.";

    MISSING_NAV = "missing-nav", Error, "EPUB 3.3: navigation document",
        "A book has one navigation document",
        "Add an XHTML document with properties=\"nav\" to the manifest.";
    MISSING_TOC = "missing-toc", Error, "EPUB 3.3: toc nav",
        "The navigation document has one table of contents with entries",
        "Add one nav with epub:type=\"toc\" that lists the parts of the book.";
    EMPTY_LABEL = "empty-label", Error, "EPUB 3.3: nav element",
        "An entry of the navigation has words",
        "Put the title of the part into the entry.";
    NAV_ORDER = "nav-order", Error, "EPUB 3.3: toc and page-list nav",
        "The navigation has the order of the text",
        "Put the entries into the order in which their targets are read.";
    MISSING_LANDMARKS = "missing-landmarks", Warning, "EPUB Accessibility Techniques 1.1",
        "The navigation document has landmarks",
        "Add a nav with epub:type=\"landmarks\" that leads at least to the contents and the body.";
    LANDMARK_WITHOUT_TYPE = "landmark-without-type", Error, "EPUB 3.3: landmarks nav",
        "A landmark says what it leads to",
        "Add epub:type to the link, for example bodymatter.";

    MISSING_PAGE_LIST = "missing-page-list", Error, "EPUB Accessibility 1.1: page navigation",
        "Marks of pages are listed",
        "Add a nav with epub:type=\"page-list\" that leads to each mark.";
    INCOMPLETE_PAGE_LIST = "incomplete-page-list", Error, "EPUB Accessibility 1.1: page navigation",
        "The list of pages leads to each mark of a page",
        "Add an entry for the mark, which needs an id.";
    MISSING_PAGE_SOURCE = "missing-page-source", Error, "EPUB Accessibility 1.1: page source",
        "A book with pages says whose pages they are",
        "Add pageBreakSource with the number of the printed work, or none.";
    PAGE_BREAK_WITHOUT_LABEL = "page-break-without-label", Error, "WCAG 4.1.2",
        "The mark of a page says its number",
        "Add aria-label with the number to the mark.";

    LANGUAGE_TWICE = "language-twice", Warning, house "either is enough for EPUB",
        "A document says its language in both lang and xml:lang",
        "Write both with the same tag: some reading systems know only one.";
    TYPE_WITHOUT_ROLE = "type-without-role", Warning, "EPUB Accessibility Techniques 1.1: semantics",
        "An element with epub:type has the matching role, which assistive technology knows",
        "Add the role; epub:type alone says nothing to a screen reader.";
}
