//! Those who must agree that an entry is published, by their names.
//!
//! In: what `consent-of` says, in an entry or in what another collection exports. Out: the parties. Refused: names that name nobody.

use super::places;
use super::value::Value;

/// What `consent-of` says where nobody must be asked. A list without names may be one that nobody filled in.
pub const NOBODY: &str = "nobody";

/// The parties of these names.
///
/// # Errors
/// What is wrong, and what to do. Neither quotes a name.
pub fn named(names: &[String]) -> Result<Vec<Value>, (&'static str, &'static str)> {
    if let [only] = names
        && only.trim() == NOBODY
    {
        return Ok(Vec::new());
    }
    names.iter().map(|name| party(name.trim())).collect()
}

fn party(name: &str) -> Result<Value, (&'static str, &'static str)> {
    match name {
        "" => Err((
            "“consent-of” holds a name without letters",
            "Write the code of a State, the name of an organisation or a person's role.",
        )),
        NOBODY => Err((
            "“consent-of” says “nobody”, and names somebody",
            "Take “nobody” out where somebody must agree.",
        )),
        code if is_small_code(code) => Err((
            "under “consent-of” stands the code of a State in small letters",
            "Write it in capital letters, such as VN: in small ones it names nobody.",
        )),
        name => Ok(places::region(name).map_or_else(|| Value::Words(name.into()), Value::Place)),
    }
}

/// Whether it would be the code of a State if it were written in capital letters.
pub fn is_small_code(name: &str) -> bool {
    name.len() == 2 && places::state(name).is_none() && places::state(&name.to_ascii_uppercase()).is_some()
}
