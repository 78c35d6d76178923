//! What is made of a state: each thing once, however many ask for it, and the last few kept.
//!
//! In: the path of a page or book, the version of the state, and how it is made. Out: the thing, shared. Whoever asks
//! while it is made waits without holding a thread; it is made to the end even if those who asked hang up.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

/// So many things are kept.
const MOST_KEPT: usize = 64;

/// So many bytes of them are kept; the one used last is kept whatever its size.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Things by their path in the site.
#[derive(Debug)]
pub struct Made<T> {
    slots: Mutex<Slots<T>>,
}

/// What can be kept.
pub trait Keep: Send + Sync + 'static {
    /// How many bytes of memory it takes, more or less.
    fn bytes(&self) -> usize;
}

#[derive(Debug)]
struct Slots<T> {
    by_path: HashMap<String, Slot<T>>,
    /// Counts requests, to know which slot was used last.
    clock: u64,
}

/// One thing of one state.
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

impl<T> Default for Made<T> {
    fn default() -> Self {
        Self { slots: Mutex::new(Slots { by_path: HashMap::new(), clock: 0 }) }
    }
}

impl<T: Keep> Made<T> {
    /// The thing at `path` in the state `version`; `make` gets what an earlier state had there. `None` when making it failed.
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
            // A slower request, for an older state: what it makes is not kept.
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
        slots.forget();
        given
    }
}

impl<T: Keep> Slots<T> {
    /// Forgets what was used longest ago, until the rest is few and small enough.
    fn forget(&mut self) {
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

    impl Keep for Vec<u8> {
        fn bytes(&self) -> usize {
            self.len()
        }
    }

    #[tokio::test]
    async fn a_thing_is_made_once_a_state_however_many_ask() {
        let made = Arc::new(Made::<Vec<u8>>::default());
        let count = Arc::new(AtomicUsize::new(0));
        for version in 1..=3_u8 {
            let asked = (0..300).map(|_| {
                let (made, count) = (made.clone(), count.clone());
                let make = move |last: Option<Arc<Vec<u8>>>| async move {
                    assert_eq!(last.map(|last| last[0]), (version > 1).then(|| version - 1));
                    count.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    Some(vec![version])
                };
                tokio::spawn(async move { made.get("书.epub", version.into(), make).await })
            });
            for one in asked.collect::<Vec<_>>() {
                assert_eq!(*one.await.unwrap().unwrap(), [version]);
            }
        }
        assert_eq!(count.load(Ordering::Relaxed), 3);
    }

    #[tokio::test]
    async fn what_fails_is_tried_again() {
        let made = Made::<Vec<u8>>::default();
        assert!(made.get("a", 1, |_| async { None }).await.is_none());
        assert!(made.get("a", 1, |_| async { Some(Vec::new()) }).await.is_some());
    }

    #[tokio::test]
    async fn little_is_kept() {
        let made = Made::<Vec<u8>>::default();
        let kept = |made: &Made<Vec<u8>>| made.slots.lock().unwrap().by_path.len();
        for number in 0..200 {
            made.get(&number.to_string(), 1, |_| async { Some(Vec::new()) }).await.unwrap();
        }
        assert_eq!(kept(&made), MOST_KEPT);
        for number in 0..10 {
            made.get(&number.to_string(), 1, |_| async { Some(vec![0; MOST_BYTES / 3]) }).await.unwrap();
            assert!(kept(&made) > 0);
        }
        made.get("last", 1, |_| async { Some(Vec::new()) }).await.unwrap();
        assert!(kept(&made) <= 4, "{}", kept(&made));
    }
}
