//! Hears from the system which files changed.
//!
//! In: the site's root. Out: messages in a channel. Reading and opening files is no change, and the output folder
//! and everything else beside the site's own folders is not heard.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config;
use crate::content::CONTENT;
use crate::render::{TEMPLATES_FOLDER, THEMES_FOLDER};

/// What was heard.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// The file at this place is complete, gone, or renamed.
    Settled(PathBuf),
    /// The file at this place is being written.
    Written(PathBuf),
    /// Changes were lost: look at everything.
    Lost,
    /// One of the site's folders came or went.
    Folders,
    /// Nothing more will be heard.
    Stop,
}

/// The folders that are watched.
const FOLDERS: [&str; 3] = [CONTENT, TEMPLATES_FOLDER, THEMES_FOLDER];

/// How often a system that cannot tell of so many folders is asked.
const POLL: Duration = Duration::from_millis(500);

/// Hears until it is dropped.
pub struct Ear {
    root: PathBuf,
    watcher: Box<dyn Watcher + Send>,
    /// Why the files are asked for their times instead, when they are.
    pub polls_because: Option<String>,
}

impl Ear {
    /// Listens to the site at `root`, a path without links.
    ///
    /// # Errors
    /// When the system can tell of no changes at all.
    pub fn listen(root: &Path, told: &Sender<Heard>) -> Result<Self> {
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(handler(root, told), config)
            .context("cannot learn from the system which files change")?;
        let mut ear = Self { root: root.to_owned(), watcher: Box::new(watcher), polls_because: None };
        if let Err(error) = ear.watch_all() {
            let why = match error.kind {
                ErrorKind::MaxFilesWatch => "the system watches no more folders for this user".to_owned(),
                _ => error.to_string(),
            };
            let config = config.with_poll_interval(POLL);
            let watcher = PollWatcher::new(handler(root, told), config).context("cannot watch the files")?;
            ear = Self { watcher: Box::new(watcher), polls_because: Some(why), ..ear };
            ear.watch_all().with_context(|| format!("cannot watch {}", root.display()))?;
        }
        Ok(ear)
    }

    /// Listens to folders that came since; those that are gone are heard of no more.
    pub fn watch_all(&mut self) -> notify::Result<()> {
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)).iter().filter(|folder| folder.is_dir()) {
            self.watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(())
    }
}

fn handler(root: &Path, told: &Sender<Heard>) -> impl FnMut(notify::Result<Event>) + Send + 'static {
    let (root, told) = (root.to_owned(), told.clone());
    move |event| {
        // Once nobody listens, the program ends.
        let mut tell = |heard| drop(told.send(heard));
        match event {
            Ok(event) => hear(&root, &event, &mut tell),
            Err(_) => tell(Heard::Lost),
        }
    }
}

/// What an event says of the site at `root`.
fn hear(root: &Path, event: &Event, tell: &mut impl FnMut(Heard)) {
    if event.need_rescan() {
        return tell(Heard::Lost);
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
        if !first.is_some_and(|first| first == config::FILE || FOLDERS.iter().any(|folder| first == *folder))
        {
            continue;
        }
        // A folder tells of each file in it; that something in it changed says nothing more.
        if about_content && path.is_dir() {
            continue;
        }
        if inside.components().count() == 1 && first.is_some_and(|first| first != config::FILE) {
            tell(Heard::Folders);
        }
        tell(if is_written && !path.is_dir() {
            Heard::Written(path.clone())
        } else {
            Heard::Settled(path.clone())
        });
    }
}
