//! Learns from the system which files changed.
//!
//! In: the site's root. Out: events in a channel. Reading and opening files is no change. Events of the output folder and of
//! everything else beside the site's own folders are dropped.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::baseline;
use crate::config;
use crate::content::CONTENT;
use crate::files::is_ignore_file;
use crate::languages;
use crate::render::{TEMPLATES_FOLDER, THEMES_FOLDER};

/// What happened to a file.
#[derive(Debug, PartialEq, Eq)]
pub enum FileEvent {
    /// The file at this place is complete, gone, or renamed.
    Complete(PathBuf),
    /// The file at this place is being written.
    Written(PathBuf),
    /// Changes were lost: look at everything.
    Lost,
    /// One of the site's folders came or went.
    Folders,
    /// No more events are wanted.
    Stop,
}

/// The folders that are watched.
const FOLDERS: [&str; 4] = [CONTENT, languages::FOLDER, TEMPLATES_FOLDER, THEMES_FOLDER];

/// How often the files are read where the system cannot watch so many folders.
const POLL: Duration = Duration::from_millis(500);

/// Watches the files of a site until it is dropped.
pub struct FileWatcher {
    root: PathBuf,
    watcher: Box<dyn Watcher + Send>,
    /// Why the files are looked at again and again instead, if they are.
    pub polls_because: Option<String>,
}

impl FileWatcher {
    /// Watches the site at `root`, a path without links.
    ///
    /// # Errors
    /// When the system can report no changes at all.
    pub fn start(root: &Path, events: &Sender<FileEvent>) -> Result<Self> {
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(handler(root, events), config)
            .context("cannot learn from the system which files change")?;
        let mut watching = Self { root: root.to_owned(), watcher: Box::new(watcher), polls_because: None };
        if let Err(error) = watching.watch_all() {
            let why = match error.kind {
                ErrorKind::MaxFilesWatch => "the system watches no more folders for this user".to_owned(),
                _ => error.to_string(),
            };
            let config = config.with_poll_interval(POLL);
            let watcher =
                PollWatcher::new(handler(root, events), config).context("cannot watch the files")?;
            watching = Self { watcher: Box::new(watcher), polls_because: Some(why), ..watching };
            watching.watch_all().with_context(|| format!("cannot watch {}", root.display()))?;
        }
        Ok(watching)
    }

    /// Watches folders that came since; those that are gone are watched no more.
    pub fn watch_all(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)).iter().filter(|folder| folder.is_dir()) {
            self.watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }
}

fn handler(root: &Path, events: &Sender<FileEvent>) -> impl FnMut(notify::Result<Event>) + Send + 'static {
    let (root, events) = (root.to_owned(), events.clone());
    move |event| {
        // If nobody receives it, the program is about to end.
        let mut send = |event| drop(events.send(event));
        match event {
            Ok(event) => translate(&root, &event, &mut send),
            Err(_) => send(FileEvent::Lost),
        }
    }
}

/// Sends what an event of the system says of the site at `root`.
fn translate(root: &Path, event: &Event, send: &mut impl FnMut(FileEvent)) {
    if event.need_rescan() {
        return send(FileEvent::Lost);
    }
    let is_written = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => return,
        EventKind::Create(_) | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) => true,
        _ => false,
    };
    let about_content = matches!(event.kind, EventKind::Modify(kind) if !matches!(kind, ModifyKind::Name(_)));
    for path in &event.paths {
        let Ok(inside) = path.strip_prefix(root) else { continue };
        let first = inside.components().next().map(|part| part.as_os_str());
        let is_beside =
            inside.components().count() == 1 && !FOLDERS.iter().any(|folder| inside == Path::new(folder));
        let is_source = match is_beside {
            true => {
                let files = [config::FILE, baseline::FILE];
                files.iter().any(|file| inside == Path::new(file)) || is_ignore_file(inside)
            }
            false => first.is_some_and(|first| FOLDERS.iter().any(|folder| first == *folder)),
        };
        if !is_source {
            continue;
        }
        // Each file in a folder has an event of its own; that something in the folder changed says nothing more.
        if about_content && path.is_dir() {
            continue;
        }
        if !is_beside && inside.components().count() == 1 {
            send(FileEvent::Folders);
        }
        send(if is_written && !path.is_dir() {
            FileEvent::Written(path.clone())
        } else {
            FileEvent::Complete(path.clone())
        });
    }
}
