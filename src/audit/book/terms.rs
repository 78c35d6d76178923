//! The words of the Schema.org accessibility vocabulary as of 2026, by which readers search for books.

/// `accessMode`.
pub(super) const MODES: &[&str] = &[
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
pub(super) const SUFFICIENT: &[&str] = &["auditory", "tactile", "textual", "visual"];

/// `accessibilityFeature`.
pub(super) const FEATURES: &[&str] = &[
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
pub(super) const DEPRECATED_FEATURES: &[(&str, &str)] = &[
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
pub(super) const HAZARDS: &[&str] = &[
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
pub(super) const EITHER: &[[&str; 3]] = &[
    ["flashing", "noFlashingHazard", "unknownFlashingHazard"],
    ["motionSimulation", "noMotionSimulationHazard", "unknownMotionSimulationHazard"],
    ["sound", "noSoundHazard", "unknownSoundHazard"],
];

/// The claims of EPUB Accessibility 1.1.
pub(super) const CLAIMS: &[&str] = &[
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
pub(super) const OLD_CLAIM: &str = "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-";
