//! The state that is shown, and the pages and downloads that were made of it.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch;

use super::cache::Cache;
use super::download::Answer;
use super::preview_page::PreviewPage;
use super::snapshot::Snapshot;

/// The version that no state has.
pub const END: u64 = u64::MAX;

/// The preview of a site.
#[derive(Debug)]
pub struct Preview {
    current: RwLock<Arc<Snapshot>>,
    newest: watch::Sender<u64>,
    /// Pages by their path in the site.
    pub pages: Cache<PreviewPage>,
    /// Downloads by their path in the site.
    pub downloads: Cache<Answer>,
}

impl Preview {
    /// Shows a first state.
    pub fn new(snapshot: Arc<Snapshot>) -> Self {
        let newest = watch::Sender::new(snapshot.version);
        Self { current: RwLock::new(snapshot), newest, pages: Cache::default(), downloads: Cache::default() }
    }

    /// The state that is shown.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows another state, and then announces its version.
    pub fn show(&self, snapshot: Arc<Snapshot>) {
        let version = snapshot.version;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        self.newest.send_replace(version);
    }

    /// The version of the newest state, or [`END`], whenever it changes.
    pub fn newest(&self) -> watch::Receiver<u64> {
        self.newest.subscribe()
    }

    /// Shows no more states.
    pub fn end(&self) {
        self.newest.send_replace(END);
    }
}
