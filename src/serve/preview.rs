//! The state that is shown, and the pages that were made of it.
//!
//! Pages are made when they are asked for, each once a state however many ask for it, and the last few are kept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use tokio::sync::watch;

use super::proof::{self, Proof};
use super::snapshot::Snapshot;

/// The version that no state has.
pub const END: u64 = u64::MAX;

/// So many pages are kept.
const MOST_KEPT: usize = 64;

/// What is shown.
#[derive(Debug)]
pub struct Preview {
    current: RwLock<Arc<Snapshot>>,
    newest: watch::Sender<u64>,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    slots: HashMap<String, Slot>,
    /// Counts requests, to know which slot was used last.
    clock: u64,
}

/// One page of one state, made by whoever asks first.
#[derive(Debug)]
struct Slot {
    version: u64,
    used: u64,
    page: Arc<OnceLock<Arc<Proof>>>,
    /// The page of an earlier state.
    last: Option<Arc<Proof>>,
}

impl Preview {
    /// Shows a first state.
    pub fn new(snapshot: Arc<Snapshot>) -> Self {
        let newest = watch::Sender::new(snapshot.version);
        Self { current: RwLock::new(snapshot), newest, kept: Mutex::default() }
    }

    /// The state that is shown.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows another state, and then tells of it.
    pub fn show(&self, snapshot: Arc<Snapshot>) {
        let version = snapshot.version;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        self.newest.send_replace(version);
    }

    /// Tells when another state is shown, or that there will be no other.
    pub fn newest(&self) -> watch::Receiver<u64> {
        self.newest.subscribe()
    }

    /// Shows no more states.
    pub fn end(&self) {
        self.newest.send_replace(END);
    }

    /// The page at this path of the site, or the one that says that there is none.
    pub fn page(&self, path: &str) -> Arc<Proof> {
        let snapshot = self.current();
        let path = proof::path(&snapshot, path);
        let (page, last) = self.slot(path, snapshot.version);
        page.get_or_init(|| Arc::new(proof::make(&snapshot, path, last.as_deref()))).clone()
    }

    fn slot(&self, path: &str, version: u64) -> (Arc<OnceLock<Arc<Proof>>>, Option<Arc<Proof>>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clock += 1;
        let clock = kept.clock;
        let old = kept.slots.remove(path);
        let slot = match old {
            // A slower request for an older state goes without.
            Some(old) if old.version >= version => Slot { used: clock, ..old },
            old => {
                let last = old.and_then(|old| old.page.get().cloned().or(old.last));
                Slot { version, used: clock, page: Arc::default(), last }
            }
        };
        let given = (slot.page.clone(), slot.last.clone());
        kept.slots.insert(path.to_owned(), slot);
        if kept.slots.len() > MOST_KEPT {
            let oldest = kept.slots.iter().min_by_key(|(_, slot)| slot.used).map(|(path, _)| path.clone());
            oldest.map(|path| kept.slots.remove(&path));
        }
        given
    }
}
