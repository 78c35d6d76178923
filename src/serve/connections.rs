//! The connections of the preview: a bounded number at once, and none that stays idle for long.
//!
//! In: connections as the system accepts them. Out: the same, each closed when no byte moves for [`IDLE`]. When all
//! places are taken, or the system has no more file descriptors, the connection that is idle the longest makes
//! room, but none that waits for its answer; who connects meanwhile waits, and is refused only by the system.

use std::collections::HashMap;
use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep, sleep};

/// The most connections at once. A browser opens six for each host name.
const MOST: usize = 256;

/// File descriptors that the program needs beside those of connections.
const RESERVED: usize = 32;

/// A connection on which no byte moves for so long is closed; longer than a page waits for its next state.
const IDLE: Duration = Duration::from_secs(60);

/// A connection that is idle for so long gives its place to a new one when there is no other.
const SPARED: Duration = Duration::from_secs(1);

/// When no place is free, the connections are looked at again after so long.
const AGAIN: Duration = Duration::from_millis(20);

/// Accepts connections while there is room for them.
#[derive(Debug)]
pub struct Connections {
    listener: TcpListener,
    open: Arc<Mutex<Open>>,
    most: usize,
}

/// The connections that are open.
#[derive(Debug, Default)]
struct Open {
    next: u64,
    connections: HashMap<u64, State>,
}

#[derive(Debug)]
struct State {
    /// When a byte last moved.
    moved: Instant,
    /// The last bytes that moved were the end of a request, so the program is to answer.
    asked: bool,
    /// Dropping it closes the connection.
    _close: oneshot::Sender<()>,
}

impl Connections {
    /// The connections that come in at `listener`.
    pub fn at(listener: TcpListener) -> Self {
        Self { listener, open: Arc::default(), most: most() }
    }

    fn is_full(&self) -> bool {
        lock(&self.open).connections.len() >= self.most
    }

    /// Closes the connection that is idle the longest, if that is longer than [`SPARED`]; none that waits for an answer.
    fn make_room(&self) {
        let mut open = lock(&self.open);
        let idle = open.connections.iter().filter(|(_, state)| !state.asked);
        let idlest = idle.min_by_key(|(_, state)| state.moved);
        let idlest = idlest.filter(|(_, state)| state.moved.elapsed() > SPARED).map(|(id, _)| *id);
        idlest.map(|id| open.connections.remove(&id));
    }
}

impl Listener for Connections {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            while self.is_full() {
                self.make_room();
                sleep(AGAIN).await;
            }
            match self.listener.accept().await {
                Ok((stream, address)) => return (Connection::open(stream, &self.open), address),
                // The other side is gone already.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                // Most likely no file descriptor is left.
                Err(_) => {
                    self.make_room();
                    sleep(AGAIN).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// How many connections the program may hold: each may need one more file descriptor for the file it asks for.
fn most() -> usize {
    #[cfg(unix)]
    {
        let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
        let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
        (limit.saturating_sub(RESERVED) / 2).clamp(4, MOST)
    }
    #[cfg(not(unix))]
    MOST
}

fn lock(open: &Mutex<Open>) -> MutexGuard<'_, Open> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One connection.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    id: u64,
    open: Arc<Mutex<Open>>,
    closed: oneshot::Receiver<()>,
    idle: Pin<Box<Sleep>>,
}

impl Connection {
    fn open(stream: TcpStream, open: &Arc<Mutex<Open>>) -> Self {
        // A page is sent at once, not when its last piece is full or acknowledged.
        let _ = stream.set_nodelay(true);
        let (close, closed) = oneshot::channel();
        let mut all = lock(open);
        let id = all.next;
        all.next += 1;
        all.connections.insert(id, State { moved: Instant::now(), asked: false, _close: close });
        Self { stream, id, open: open.clone(), closed, idle: Box::pin(sleep(IDLE)) }
    }

    /// Notes that bytes moved; an error when the connection is to be closed instead of waiting on.
    fn after<T>(
        &mut self,
        context: &mut Context<'_>,
        moved: Poll<io::Result<T>>,
        asked: bool,
    ) -> Poll<io::Result<T>> {
        if moved.is_ready() {
            if let Some(state) = lock(&self.open).connections.get_mut(&self.id) {
                state.moved = Instant::now();
                state.asked = asked;
            }
            return moved;
        }
        if Pin::new(&mut self.closed).poll(context).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        while self.idle.as_mut().poll(context).is_ready() {
            let last = lock(&self.open).connections.get(&self.id).map(|state| state.moved);
            match last {
                Some(last) if last.elapsed() < IDLE => self.idle.as_mut().reset(last + IDLE),
                _ => return Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            }
        }
        Poll::Pending
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        lock(&self.open).connections.remove(&self.id);
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let asked = buffer.filled().ends_with(b"\r\n\r\n");
        self.after(context, read, asked)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.after(context, written, false)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.after(context, written, false)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
