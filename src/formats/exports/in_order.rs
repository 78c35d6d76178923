//! A mapping that is written in the order in which it is given.

use serde::{Serialize, Serializer};

/// Keys with their values.
#[derive(Debug)]
pub struct InOrder<K, V>(pub Vec<(K, V)>);

impl<K, V> InOrder<K, V> {
    /// Whether it has no keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> FromIterator<(K, V)> for InOrder<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl<K: Serialize, V: Serialize> Serialize for InOrder<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// A list whose parts are made one after the other while it is written, so that not all are held at once.
pub struct Made<F>(pub F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Made<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
