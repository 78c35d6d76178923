//! A cache of pages and downloads: each is made once for a state, however many requests ask for it, and the last few are kept.
//!
//! In: the path of a page or download, the version of the state, and how to make it. Out: the result, shared. A request that
//! asks while it is made waits without holding a thread; it is made to the end even if the clients hang up.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

/// The largest number of entries.
const MOST_KEPT: usize = 64;

/// The largest number of bytes in all entries; the one used last is kept whatever its size.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Entries by their path in the site.
#[derive(Debug)]
pub struct Cache<T> {
    slots: Mutex<Slots<T>>,
}

/// What can be in a cache.
pub trait Cached: Send + Sync + 'static {
    /// How many bytes of memory it takes, more or less.
    fn bytes(&self) -> usize;
}

#[derive(Debug)]
struct Slots<T> {
    by_path: HashMap<String, Slot<T>>,
    /// Counts requests, to know which slot was used last.
    clock: u64,
}

/// One entry, of one state.
#[derive(Debug)]
struct Slot<T> {
    version: u64,
    used: u64,
    cell: Arc<OnceCell<Arc<T>>>,
    /// The same of an earlier state.
    last: Option<Arc<T>>,
}

impl<T> Slot<T> {
    fn newest(&self) -> Option<&Arc<T>> {
        self.cell.get().or(self.last.as_ref())
    }
}

impl<T> Default for Cache<T> {
    fn default() -> Self {
        Self { slots: Mutex::new(Slots { by_path: HashMap::new(), clock: 0 }) }
    }
}

impl<T: Cached> Cache<T> {
    /// The entry at `path` in the state `version`; `make` gets the entry that an earlier state had there. `None` when it cannot be
    /// made.
    pub async fn get<F>(
        &self,
        path: &str,
        version: u64,
        make: impl FnOnce(Option<Arc<T>>) -> F + Send + 'static,
    ) -> Option<Arc<T>>
    where
        F: Future<Output = Option<T>> + Send + 'static,
    {
        let (cell, last) = self.slot(path, version);
        if let Some(made) = cell.get() {
            return Some(made.clone());
        }
        let making = tokio::spawn(async move {
            cell.get_or_try_init(|| async move { make(last).await.map(Arc::new).ok_or(()) }).await.cloned()
        });
        making.await.ok()?.ok()
    }

    fn slot(&self, path: &str, version: u64) -> (Arc<OnceCell<Arc<T>>>, Option<Arc<T>>) {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        slots.clock += 1;
        let clock = slots.clock;
        let slot = match slots.by_path.remove(path) {
            // This request is slower and for an older state: its result is not kept.
            Some(newer) if newer.version > version => {
                slots.by_path.insert(path.to_owned(), newer);
                return Default::default();
            }
            Some(same) if same.version == version => Slot { used: clock, ..same },
            old => {
                let last = old.and_then(|old| old.newest().cloned());
                Slot { version, used: clock, cell: Arc::default(), last }
            }
        };
        let given = (slot.cell.clone(), slot.last.clone());
        slots.by_path.insert(path.to_owned(), slot);
        slots.evict();
        given
    }
}

impl<T: Cached> Slots<T> {
    /// Removes the entries used longest ago, until the rest is within the limits.
    fn evict(&mut self) {
        let bytes = |slot: &Slot<T>| slot.newest().map_or(0, |made| made.bytes());
        let mut all: usize = self.by_path.values().map(bytes).sum();
        while self.by_path.len() > 1 && (self.by_path.len() > MOST_KEPT || all > MOST_BYTES) {
            let oldest = self.by_path.iter().min_by_key(|(_, slot)| slot.used).map(|(path, _)| path.clone());
            let Some(gone) = oldest.and_then(|path| self.by_path.remove(&path)) else { return };
            all -= bytes(&gone);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    impl Cached for Vec<u8> {
        fn bytes(&self) -> usize {
            self.len()
        }
    }

    #[tokio::test]
    async fn an_entry_is_made_once_a_state_however_many_ask() {
        let cache = Arc::new(Cache::<Vec<u8>>::default());
        let count = Arc::new(AtomicUsize::new(0));
        for version in 1..=3_u8 {
            let asked = (0..300).map(|_| {
                let (cache, count) = (cache.clone(), count.clone());
                let make = move |last: Option<Arc<Vec<u8>>>| async move {
                    assert_eq!(last.map(|last| last[0]), (version > 1).then(|| version - 1));
                    count.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    Some(vec![version])
                };
                tokio::spawn(async move { cache.get("书.epub", version.into(), make).await })
            });
            for one in asked.collect::<Vec<_>>() {
                assert_eq!(*one.await.unwrap().unwrap(), [version]);
            }
        }
        assert_eq!(count.load(Ordering::Relaxed), 3);
    }

    #[tokio::test]
    async fn what_fails_is_tried_again() {
        let cache = Cache::<Vec<u8>>::default();
        assert!(cache.get("a", 1, |_| async { None }).await.is_none());
        assert!(cache.get("a", 1, |_| async { Some(Vec::new()) }).await.is_some());
    }

    #[tokio::test]
    async fn little_is_kept() {
        let cache = Cache::<Vec<u8>>::default();
        let kept = |cache: &Cache<Vec<u8>>| cache.slots.lock().unwrap().by_path.len();
        for number in 0..200 {
            cache.get(&number.to_string(), 1, |_| async { Some(Vec::new()) }).await.unwrap();
        }
        assert_eq!(kept(&cache), MOST_KEPT);
        for number in 0..10 {
            cache.get(&number.to_string(), 1, |_| async { Some(vec![0; MOST_BYTES / 3]) }).await.unwrap();
            assert!(kept(&cache) > 0);
        }
        cache.get("last", 1, |_| async { Some(Vec::new()) }).await.unwrap();
        assert!(kept(&cache) <= 4, "{}", kept(&cache));
    }
}
