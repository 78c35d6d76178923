//! The preview: the site in memory, served to a browser, and made anew when a file changes.
//!
//! In: the site's folder. Out: pages over HTTP, each with the desk at its foot. Writes nothing to the disk.
//!
//! ```text
//! watch -> pending -> press -> preview -> answer
//! events   when       next     what is    pages when
//!          to read    state    shown      asked for
//! ```
//!
//! A state is complete before it is shown, and browsers are told of it afterwards. Pages are made when they are
//! asked for, books too, so that an edit costs the reading of one text, however large the site is. How much clients
//! can make the program hold is bounded: connections, what is kept of pages and books, pieces of files.

mod answer;
mod connections;
mod desk;
mod download;
mod made;
mod media_type;
mod pending;
mod press;
mod preview;
mod proof;
mod request;
mod route;
mod shelf;
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

use crate::library::Drafts;
use connections::Connections;
use pending::Pending;
use press::Press;
use preview::Preview;
use watch::{Ear, Heard};

pub use answer::router;
pub use request::Hosts;

/// After a request to stop, requests that are being answered have so long.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// A preview that follows the files of a site.
pub struct Serving {
    preview: Arc<Preview>,
    told: Sender<Heard>,
    following: Option<thread::JoinHandle<()>>,
    /// Why the files are asked for their times instead of being told of, when they are.
    pub polls_because: Option<String>,
}

impl Serving {
    /// Reads the site at `root` and follows its files from then on.
    ///
    /// # Errors
    /// When there is no such folder, or the system can tell of no changes.
    pub fn start(root: &Path, drafts: Drafts) -> Result<Self> {
        let root = root.canonicalize().with_context(|| format!("cannot open {}", root.display()))?;
        let (told, heard) = mpsc::channel();
        // What changes while everything is read is heard, and read again.
        let ear = Ear::listen(&root, &told)?;
        let polls_because = ear.polls_because.clone();
        let press = Press::open(&root, drafts);
        let preview = Arc::new(Preview::new(press.current().clone()));
        let shown = preview.clone();
        let following = thread::Builder::new()
            .name("files".to_owned())
            .spawn(move || follow(press, ear, &heard, &shown))
            .context("cannot start a thread")?;
        Ok(Self { preview, told, following: Some(following), polls_because })
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
                // Pages that wait for the next state wait no longer.
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
        let _ = self.told.send(Heard::Stop);
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

/// Makes the next state whenever files changed, until it is told to stop.
fn follow(mut press: Press, mut ear: Ear, heard: &Receiver<Heard>, preview: &Preview) {
    let mut pending = Pending::default();
    loop {
        let first = match pending.next() {
            None => heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => heard.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        let now = Instant::now();
        let mut lost = false;
        match first {
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {}
            Ok(first) => {
                for heard in std::iter::once(first).chain(heard.try_iter()) {
                    match heard {
                        Heard::Settled(place) => pending.settled(place, now),
                        Heard::Written(place) => pending.written(place, now),
                        // A folder that cannot be watched is told of when it is read.
                        Heard::Folders => _ = ear.watch_all(),
                        Heard::Lost => lost = true,
                        Heard::Stop => return,
                    }
                }
            }
        }
        let next = if lost {
            press.look_again()
        } else {
            let places = pending.take(now, |place| press.has_any(place));
            if places.is_empty() { None } else { press.update(&places) }
        };
        if let Some(next) = next {
            preview.show(next);
            pending.made(Instant::now());
        }
    }
}
