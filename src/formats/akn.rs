//! Akoma Ntoso 3.0 (OASIS LegalDocML): each version of each document as one file of XML for parliaments, archives and programs.
//!
//! In: a version. Out: an act as `act`, a resolution as `statement`, any other document and each easy-read version as `doc`: who and
//! what it is in `meta`; what the site says of it in `coverPage`; title, opening and recitals in `preface` and `preamble`; the text with
//! its numbers in `body` or `mainBody`; how it was adopted in `conclusions`; notes where they are marked. Each part has an `eId` by the
//! naming convention and our own id as its `wId`. Nothing is refused: what a page can show can be written. What a file must say and
//! nobody knows has one of the values below.

mod audit;
mod blocks;
mod collect;
mod format;
mod hierarchy;
mod html;
mod ids;
mod inlines;
mod meta;
mod output;
mod shape;
mod tree;

pub use format::AkomaNtoso;

/// The name of the format, and of its table in `book.toml`.
const NAME: &str = "akn";

/// What the names of its files end in.
const ENDING: &str = "akn.xml";

/// The namespace.
const SPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The date that stands where none is known.
const NO_DATE: &str = "0001-01-01";

/// The country that stands where none is known: by ISO 3166 no country has this code.
const NO_COUNTRY: &str = "zz";

/// The country of bodies of the United Nations.
const UNITED_NATIONS: &str = "un";
