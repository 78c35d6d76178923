//! The preview: the site in memory, served to a browser, and rebuilt when a file changes.
//!
//! In: the site's folder. Out: pages over HTTP, each with the desk at its foot. Writes nothing to the disk.
//!
//! ```text
//! watch -> debounce -> rebuild -> preview -> answer
//! events   when        next       what is    pages when
//!          to read     state      shown      asked for
//! ```
//!
//! A state is complete before it is shown; then browsers learn of it. Pages are made when a browser asks for them, and so are
//! books: an edit costs the reading of one text, however large the site is. How much memory clients can make the program use is
//! bounded: connections, the cache of pages and books, pieces of files.

mod answer;
mod cache;
mod connections;
mod debounce;
mod desk;
mod download;
mod media_type;
mod preview;
mod preview_page;
mod range;
mod rebuild;
mod request;
mod route;
mod snapshot;
mod watch;

use std::future::Future;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::net::TcpListener;

use crate::collections::Shown;
use crate::day::Today;
use crate::library::Drafts;
use connections::Connections;
use debounce::Debounce;
use preview::Preview;
use rebuild::Rebuild;
use watch::{FileEvent, FileWatcher};

pub use answer::router;
pub use request::Hosts;

/// After a request to stop, requests that are being answered have so long.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// A preview that follows the files of a site.
pub struct Serving {
    preview: Arc<Preview>,
    events: Sender<FileEvent>,
    following: Option<thread::JoinHandle<()>>,
    /// Why the files are looked at again and again instead of being watched, if they are.
    pub polls_because: Option<String>,
}

impl Serving {
    /// Reads the site at `root` and follows its files from then on.
    ///
    /// # Errors
    /// When there is no such folder, or the system can report no changes.
    pub fn start(root: &Path, drafts: Drafts, entries: Shown, today: Option<Today>) -> Result<Self> {
        let root = root.canonicalize().with_context(|| format!("cannot open {}", root.display()))?;
        let (events, received) = mpsc::channel();
        // Before everything is read: what changes meanwhile is read again.
        let watcher = FileWatcher::start(&root, &events)?;
        let polls_because = watcher.polls_because.clone();
        let rebuild = Rebuild::open(&root, drafts, entries, today);
        let preview = Arc::new(Preview::new(rebuild.current().clone()));
        let shown = preview.clone();
        let following = thread::Builder::new()
            .name("files".to_owned())
            .spawn(move || follow(rebuild, watcher, &received, &shown))
            .context("cannot start a thread")?;
        Ok(Self { preview, events, following: Some(following), polls_because })
    }

    /// Answers requests that come in at `listener`, until `stop`.
    ///
    /// # Errors
    /// When no more requests can be taken.
    pub async fn answer(
        &self,
        listener: TcpListener,
        hosts: Hosts,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<()> {
        let (stopped, mut stopping) = tokio::sync::watch::channel(false);
        let preview = self.preview.clone();
        let server =
            axum::serve(Connections::at(listener), self.router(hosts)).with_graceful_shutdown(async move {
                stop.await;
                // Requests that wait for the next state are answered.
                preview.end();
                stopped.send_replace(true);
            });
        let late = async {
            let _ = stopping.wait_for(|stopped| *stopped).await;
            tokio::time::sleep(LAST_ANSWERS).await;
        };
        tokio::select! {
            served = server => served.context("cannot take requests"),
            () = late => Ok(()),
        }
    }

    /// The answers by themselves.
    pub fn router(&self, hosts: Hosts) -> axum::Router {
        router(self.preview.clone(), hosts)
    }

    /// How many states were shown so far.
    pub fn version(&self) -> u64 {
        self.preview.current().version
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.events.send(FileEvent::Stop);
        let _ = self.following.take().map(thread::JoinHandle::join);
    }
}

/// Opens the address that requests will come to.
///
/// # Errors
/// When it is taken, or is not of this machine.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen at {address}"))
}

/// Makes the next state whenever files changed, until the event to stop.
fn follow(mut rebuild: Rebuild, mut watcher: FileWatcher, events: &Receiver<FileEvent>, preview: &Preview) {
    let mut debounce = Debounce::default();
    loop {
        let first = match debounce.next() {
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => events.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        let now = Instant::now();
        let mut lost = false;
        match first {
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {}
            Ok(first) => {
                for event in std::iter::once(first).chain(events.try_iter()) {
                    match event {
                        FileEvent::Complete(place) => debounce.complete(place, now),
                        FileEvent::Written(place) => debounce.written(place, now),
                        // A folder that cannot be watched is a finding when it is read.
                        FileEvent::Folders => _ = watcher.watch_all(),
                        FileEvent::Lost => lost = true,
                        FileEvent::Stop => return,
                    }
                }
            }
        }
        let next = if lost {
            rebuild.look_again()
        } else {
            let places = debounce.take(now, |place| rebuild.has_any(place));
            if places.is_empty() { None } else { rebuild.update(&places) }
        };
        if let Some(next) = next {
            preview.show(next);
            debounce.rebuilt(Instant::now());
        }
    }
}
