//! The words that documents and books use for accessibility: the Schema.org vocabulary as of 2026, by which readers
//! search for books, the claims of EPUB Accessibility, and the roles of DPUB-ARIA.

/// `accessMode`.
pub const MODES: &[&str] = &[
    "auditory",
    "chartOnVisual",
    "chemOnVisual",
    "colorDependent",
    "diagramOnVisual",
    "mathOnVisual",
    "musicOnVisual",
    "tactile",
    "textOnVisual",
    "textual",
    "visual",
];

/// `accessModeSufficient`, in lists.
pub const SUFFICIENT: &[&str] = &["auditory", "tactile", "textual", "visual"];

/// `accessibilityFeature`.
pub const FEATURES: &[&str] = &[
    "ARIA",
    "ChemML",
    "MathML",
    "MathML-chemistry",
    "alternativeText",
    "audioDescription",
    "braille",
    "closedCaptions",
    "describedMath",
    "displayTransformability",
    "fullRubyAnnotations",
    "highContrastAudio",
    "highContrastDisplay",
    "horizontalWriting",
    "index",
    "largePrint",
    "latex",
    "latex-chemistry",
    "longDescription",
    "none",
    "openCaptions",
    "pageBreakMarkers",
    "pageNavigation",
    "readingOrder",
    "rubyAnnotations",
    "signLanguage",
    "structuralNavigation",
    "synchronizedAudioText",
    "tableOfContents",
    "tactileGraphic",
    "tactileObject",
    "taggedPDF",
    "timingControl",
    "transcript",
    "ttsMarkup",
    "unknown",
    "unlocked",
    "verticalWriting",
    "withAdditionalWordSegmentation",
    "withoutAdditionalWordSegmentation",
];

/// Terms that the vocabulary has given up, with what to write instead; empty for nothing.
pub const DEPRECATED_FEATURES: &[(&str, &str)] = &[
    ("annotations", ""),
    ("bookmarks", ""),
    ("captions", "closedCaptions or openCaptions"),
    ("printPageNumbers", "pageBreakMarkers"),
    ("displayTransformability/background-color", "displayTransformability"),
    ("displayTransformability/color", "displayTransformability"),
    ("displayTransformability/font-family", "displayTransformability"),
    ("displayTransformability/font-size", "displayTransformability"),
    ("displayTransformability/letter-spacing", "displayTransformability"),
    ("displayTransformability/line-height", "displayTransformability"),
    ("displayTransformability/word-spacing", "displayTransformability"),
    ("highContrastAudio/noBackground", "highContrastAudio"),
    ("highContrastAudio/reducedBackground", "highContrastAudio"),
    ("highContrastAudio/switchableBackground", "highContrastAudio"),
];

/// `accessibilityHazard`.
pub const HAZARDS: &[&str] = &[
    "flashing",
    "motionSimulation",
    "noFlashingHazard",
    "noMotionSimulationHazard",
    "noSoundHazard",
    "none",
    "sound",
    "unknown",
    "unknownFlashingHazard",
    "unknownMotionSimulationHazard",
    "unknownSoundHazard",
];

/// Hazards of which only one can be true.
pub const EITHER: &[[&str; 3]] = &[
    ["flashing", "noFlashingHazard", "unknownFlashingHazard"],
    ["motionSimulation", "noMotionSimulationHazard", "unknownMotionSimulationHazard"],
    ["sound", "noSoundHazard", "unknownSoundHazard"],
];

/// The claims of EPUB Accessibility 1.1.
pub const CLAIMS: &[&str] = &[
    "EPUB Accessibility 1.1 - WCAG 2.0 Level A",
    "EPUB Accessibility 1.1 - WCAG 2.0 Level AA",
    "EPUB Accessibility 1.1 - WCAG 2.0 Level AAA",
    "EPUB Accessibility 1.1 - WCAG 2.1 Level A",
    "EPUB Accessibility 1.1 - WCAG 2.1 Level AA",
    "EPUB Accessibility 1.1 - WCAG 2.1 Level AAA",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level A",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
    "EPUB Accessibility 1.1 - WCAG 2.2 Level AAA",
];

/// What the claims of EPUB Accessibility 1.0, which were addresses, begin with.
pub const OLD_CLAIM: &str = "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-";

/// The role of DPUB-ARIA 1.1 for each kind of part. Those whose role is deprecated (`endnote`, `biblioentry`) and
/// those that HTML has an element for (`figure`, `glossterm`) are left out.
pub const ROLES: &[(&str, &str)] = &[
    ("abstract", "doc-abstract"),
    ("acknowledgments", "doc-acknowledgments"),
    ("afterword", "doc-afterword"),
    ("appendix", "doc-appendix"),
    ("backlink", "doc-backlink"),
    ("bibliography", "doc-bibliography"),
    ("biblioref", "doc-biblioref"),
    ("chapter", "doc-chapter"),
    ("colophon", "doc-colophon"),
    ("conclusion", "doc-conclusion"),
    ("credit", "doc-credit"),
    ("credits", "doc-credits"),
    ("dedication", "doc-dedication"),
    ("endnotes", "doc-endnotes"),
    ("epigraph", "doc-epigraph"),
    ("epilogue", "doc-epilogue"),
    ("errata", "doc-errata"),
    ("footnote", "doc-footnote"),
    ("foreword", "doc-foreword"),
    ("glossary", "doc-glossary"),
    ("glossref", "doc-glossref"),
    ("index", "doc-index"),
    ("introduction", "doc-introduction"),
    ("noteref", "doc-noteref"),
    ("notice", "doc-notice"),
    ("page-list", "doc-pagelist"),
    ("pagebreak", "doc-pagebreak"),
    ("part", "doc-part"),
    ("preface", "doc-preface"),
    ("prologue", "doc-prologue"),
    ("pullquote", "doc-pullquote"),
    ("qna", "doc-qna"),
    ("subtitle", "doc-subtitle"),
    ("tip", "doc-tip"),
    ("toc", "doc-toc"),
];

/// The kinds a link itself may be; any other in a link names what a landmark leads to.
pub const LINKS: &[&str] = &["backlink", "biblioref", "glossref", "noteref"];
