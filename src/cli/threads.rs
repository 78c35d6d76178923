//! The threads of the program.
//!
//! In: nothing. Out: as many threads for the work as there are processors, or as many as the system grants; where it grants
//! none, the work is done by the one there is. Refused: to begin what cannot do without threads.

use crate::count::{counted, is_or_are};
use std::num::NonZero;
use std::sync::{Arc, RwLock, mpsc};
use std::thread;

use anyhow::{Result, ensure};
use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// Starts the threads that share the work. Rayon would panic where one cannot be started, so each is started before it is
/// handed over.
pub fn start() {
    let mut granted = Vec::new();
    for _ in 0..wanted() {
        let (hand_over, handed_over) = mpsc::channel::<ThreadBuilder>();
        let started = thread::Builder::new().spawn(move || {
            if let Ok(work) = handed_over.recv() {
                work.run();
            }
        });
        match started {
            Ok(_) => granted.push(hand_over),
            Err(_) => break,
        }
    }
    let pool = ThreadPoolBuilder::new().num_threads(granted.len().max(1));
    // It fails only where there are threads already.
    let _ = match granted.is_empty() {
        true => pool.use_current_thread().build_global(),
        false => pool
            .spawn_handler(move |work| {
                let thread = granted.pop().ok_or(std::io::ErrorKind::WouldBlock)?;
                thread.send(work).map_err(|_| std::io::ErrorKind::WouldBlock.into())
            })
            .build_global(),
    };
}

/// How many threads the work is shared by, as rayon counts.
fn wanted() -> usize {
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|number| number.parse().ok());
    asked
        .filter(|number| *number > 0)
        .unwrap_or_else(|| thread::available_parallelism().map_or(1, NonZero::get))
}

/// Asks the system for this many threads at once, and lets them go again.
///
/// # Errors
/// When it does not grant them.
pub fn need(number: usize) -> Result<()> {
    let gate = Arc::new(RwLock::new(()));
    // Each waits until all were asked for.
    let closed = gate.write();
    let mut started = Vec::new();
    for _ in 0..number {
        let gate = gate.clone();
        let waits = move || _ = gate.read().is_ok();
        match thread::Builder::new().spawn(waits) {
            Ok(thread) => started.push(thread),
            Err(_) => break,
        }
    }
    drop(closed);
    let granted = started.len();
    started.into_iter().for_each(|thread| drop(thread.join()));
    ensure!(
        granted == number,
        "the system starts {granted} of the {} that {} needed; end other programs, or raise the limit \
         (“ulimit -u”, or that of the container)",
        counted(number, "thread"),
        is_or_are(number)
    );
    Ok(())
}
