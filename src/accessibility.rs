//! What finished documents offer to assistive technology, and which claims about a book follow from it.
//!
//! In: the start tags and texts of documents, from whoever reads them. Out: an [`Inventory`]; from it and from what
//! else is known of a book, as [`Evidence`], the [`Claims`] that may be made and the claims that cannot be true. The
//! maker of books and their audit read by different ways and count with the same code: the maker from the XHTML it
//! is about to pack, the audit from the packed file. So the two disagree about a book only where its package document
//! does not say what its documents hold.

mod claims;
mod inventory;
pub mod vocabulary;

pub use claims::{Claims, Evidence, contradiction, contradiction_of_mode, contradiction_of_sufficient};
pub use inventory::{Inventory, StartTag};
