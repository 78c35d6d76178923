//! When a changed file is read: at once, unless it is still being written, may come back, or may not stay.
//!
//! The first change of a burst is read at once; the others are read together when the burst is over.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A file is complete after so long without a write, if the system does not report that it was closed. Editors and tools make
/// files that are gone again before that.
const QUIET: Duration = Duration::from_millis(20);

/// Editors save by moving the old file away and writing a new one: what is gone may come back so soon.
const GONE: Duration = Duration::from_millis(100);

/// The system reports files in a new folder only from some time after the folder is made: the folder is read once more.
const NEW_FOLDER: Duration = Duration::from_millis(250);

/// Changes that follow a state so soon, or one another, are a burst.
const BURST: Duration = Duration::from_millis(20);

/// A burst that does not end is read after so long.
const LONGEST_BURST: Duration = Duration::from_millis(250);

/// Places on the disk that changed, and when to read each.
#[derive(Debug, Default)]
pub struct Debounce {
    places: BTreeMap<PathBuf, Due>,
    /// When the last state was made.
    rebuilt: Option<Instant>,
    burst: Option<Burst>,
}

#[derive(Debug, Clone, Copy)]
struct Burst {
    began: Instant,
    last: Instant,
}

impl Burst {
    fn over(self) -> Instant {
        (self.last + BURST).min(self.began + LONGEST_BURST)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Due {
    at: Instant,
    /// How often it was put off.
    waited: u8,
}

impl Debounce {
    /// This file is complete.
    pub fn complete(&mut self, place: PathBuf, now: Instant) {
        let began = match self.burst {
            Some(burst) if now < burst.over() => Some(burst.began),
            _ => self.rebuilt.filter(|&rebuilt| now < rebuilt + BURST).map(|_| now),
        };
        self.burst = began.map(|began| Burst { began, last: now });
        self.places.insert(place, Due { at: now, waited: 0 });
    }

    /// This file is being written.
    pub fn written(&mut self, place: PathBuf, now: Instant) {
        self.places.insert(place, Due { at: now + QUIET, waited: 0 });
    }

    /// A state was made of the places that were taken.
    pub fn rebuilt(&mut self, now: Instant) {
        self.rebuilt = Some(now);
    }

    /// When the next places are due.
    pub fn next(&self) -> Option<Instant> {
        let first = self.places.values().map(|due| due.at).min()?;
        Some(self.burst.map_or(first, |burst| first.max(burst.over())))
    }

    /// Takes the places that are due. `is_known` says whether a place is part of the site: if it is gone from the disk, it is put
    /// off once, as it may come back. A new one is put off once, as it may go again, and a new folder is given a second time.
    pub fn take(&mut self, now: Instant, is_known: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
        if self.next().is_none_or(|next| now < next) {
            return Vec::new();
        }
        let due: Vec<(PathBuf, Due)> = self
            .places
            .iter()
            .filter(|(_, due)| due.at <= now)
            .map(|(place, due)| (place.clone(), *due))
            .collect();
        let mut taken = Vec::with_capacity(due.len());
        for (place, due) in due {
            self.places.remove(&place);
            let waited = due.waited + 1;
            let mut wait = |time| _ = self.places.insert(place.clone(), Due { at: now + time, waited });
            match (place.symlink_metadata(), is_known(&place), due.waited) {
                (Err(_), true, 0) => wait(GONE),
                (Err(_), false, _) => {}
                (Ok(_), false, 0) => wait(QUIET),
                (Ok(metadata), _, 1) if metadata.is_dir() => {
                    wait(NEW_FOLDER);
                    taken.push(place);
                }
                _ => taken.push(place),
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(start: Instant, milliseconds: u64) -> Instant {
        start + Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_complete_file_is_read_at_once_and_a_burst_together() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["一.md", "二.md"].map(|name| folder.path().join(name));
        files.iter().for_each(|file| std::fs::write(file, "字").unwrap());
        let (now, mut debounce) = (Instant::now(), Debounce::default());
        for _ in 0..20 {
            files.iter().for_each(|file| debounce.complete(file.clone(), now));
        }
        assert_eq!(debounce.take(now, |_| true), files);
        assert_eq!(debounce.next(), None);
    }

    #[test]
    fn a_burst_is_one_state_and_one_further() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("文.md");
        std::fs::write(&file, "字").unwrap();
        let (start, mut debounce, mut states) = (Instant::now(), Debounce::default(), 0);
        for millisecond in 0..60 {
            let now = after(start, millisecond);
            if millisecond < 30 {
                debounce.complete(file.clone(), now);
            }
            if !debounce.take(now, |_| true).is_empty() {
                states += 1;
                debounce.rebuilt(after(now, 1));
            }
        }
        assert_eq!(states, 2);
        debounce.complete(file.clone(), after(start, 100));
        assert_eq!(debounce.take(after(start, 100), |_| true), [file], "the next save is no burst");
    }

    #[test]
    fn a_burst_that_does_not_end_is_read_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("文.md");
        std::fs::write(&file, "字").unwrap();
        let (start, mut debounce, mut states) = (Instant::now(), Debounce::default(), 0);
        for millisecond in 0..1000 {
            let now = after(start, millisecond);
            debounce.complete(file.clone(), now);
            if !debounce.take(now, |_| true).is_empty() {
                states += 1;
                debounce.rebuilt(now);
            }
        }
        assert!((3..=6).contains(&states), "{states}");
    }

    #[test]
    fn a_file_that_is_being_written_waits_until_it_is_quiet() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("文.md");
        std::fs::write(&file, "半").unwrap();
        let (now, mut debounce) = (Instant::now(), Debounce::default());
        debounce.written(file.clone(), now);
        debounce.written(file.clone(), after(now, 15));
        assert!(debounce.take(after(now, 30), |_| true).is_empty());
        assert_eq!(debounce.take(after(now, 35), |_| true), std::slice::from_ref(&file));
        debounce.written(file.clone(), now);
        debounce.complete(file.clone(), now);
        assert_eq!(debounce.take(now, |_| true), [file]);
    }

    #[test]
    fn what_is_gone_may_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("文.md");
        let (now, mut debounce) = (Instant::now(), Debounce::default());
        debounce.complete(file.clone(), now);
        assert!(debounce.take(now, |_| true).is_empty());
        assert_eq!(debounce.take(after(now, 100), |_| true), std::slice::from_ref(&file));
        debounce.complete(file.clone(), now);
        assert!(debounce.take(now, |_| false).is_empty());
        assert_eq!(debounce.next(), None, "it was no part of the site");
    }

    #[test]
    fn a_new_file_may_go_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("文.md~");
        let (now, mut debounce) = (Instant::now(), Debounce::default());
        std::fs::write(&file, "旧").unwrap();
        debounce.complete(file.clone(), now);
        assert!(debounce.take(now, |_| false).is_empty());
        std::fs::remove_file(&file).unwrap();
        assert!(debounce.take(after(now, 20), |_| false).is_empty());
        assert_eq!(debounce.next(), None);
    }

    #[test]
    fn a_new_folder_is_looked_into_twice() {
        let folder = tempfile::tempdir().unwrap();
        let (now, mut debounce) = (Instant::now(), Debounce::default());
        debounce.complete(folder.path().to_owned(), now);
        assert!(debounce.take(now, |_| false).is_empty());
        assert_eq!(debounce.take(after(now, 20), |_| false), [folder.path()]);
        assert_eq!(debounce.take(after(now, 270), |_| true), [folder.path()]);
        assert_eq!(debounce.next(), None);
    }
}
