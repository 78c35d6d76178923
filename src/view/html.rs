//! Markup that is safe to print as it is.

use serde::{Serialize, Serializer};
use tera::Value;

/// HTML that the program wrote and escaped itself. Templates print it without `safe`; it is false where it is empty.
#[derive(Debug, Clone)]
pub struct Html(Value);

impl Html {
    /// Marks markup as safe. What authors or readers wrote is escaped in it already.
    pub fn new(markup: &str) -> Self {
        Self(Value::safe_string(markup))
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl Default for Html {
    fn default() -> Self {
        Self::new("")
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
