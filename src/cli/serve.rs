//! `curbcut serve`

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow};
use clap::Args;

use super::output::{notice, say};
use super::{CLEAN, Root, TodayOption, Usage, number, threads};
use crate::collections::Shown;
use crate::library::Drafts;
use crate::serve::{self, Hosts, Serving};

/// Show the site in a browser, with what is wrong beside each page, and follow every change of a file.
///
/// Writes nothing to the disk. Each page has the review desk at its foot: its findings, how much of the official
/// text is explained, and both texts side by side. Stop it with Ctrl-C.
#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n    curbcut serve --open          in the browser, at http://127.0.0.1:8282/\n    \
                             curbcut serve --port 0        at any free port, which is printed\n    \
                             curbcut serve --host 0.0.0.0  for other machines too: only in a network you trust"
)]
pub struct Options {
    #[command(flatten)]
    root: Root,
    /// The port; 0 for any that is free.
    #[arg(long, value_name = "N", default_value_t = 8282, value_parser = |value: &str| number(value, u16::MAX))]
    port: u16,
    /// The name or address to serve at. Any but the usual one lets other machines read the drafts; entries that nobody
    /// agreed to publish are then not shown.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the site in the browser.
    #[arg(long)]
    open: bool,
    /// Leave out texts marked as drafts, as a build does.
    #[arg(long)]
    no_drafts: bool,
    #[command(flatten)]
    today: TodayOption,
}

/// Threads that make pages and read files; requests beyond them wait their turn.
const BLOCKING_THREADS: usize = 16;

/// All threads that a preview may come to have, with those that take requests and watch files.
const THREADS: usize = BLOCKING_THREADS + 8;

pub fn run(options: &Options) -> Result<u8> {
    options.root.folder()?;
    threads::need(THREADS)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(BLOCKING_THREADS)
        .enable_all()
        .build()
        .context("cannot start the server")?;
    runtime.block_on(run_in(options))?;
    // A file that is being read, or a page that is being made, holds nobody up.
    runtime.shutdown_background();
    Ok(CLEAN)
}

async fn run_in(options: &Options) -> Result<()> {
    let addresses = tokio::net::lookup_host((options.host.as_str(), options.port)).await;
    let address: Option<SocketAddr> =
        addresses.map_err(|error| no_host(&options.host, &error))?.min_by_key(SocketAddr::is_ipv6);
    let address = address.ok_or_else(|| no_host(&options.host, &"it has no address"))?;
    // The port first: without one nobody need wait until everything is read.
    let listener = serve::listen(address).await.map_err(|error| taken(error, address))?;
    let address = listener.local_addr().context("cannot learn the port")?;
    // A name that somebody gives to this machine is asked for by that name.
    let hosts = Hosts::and(&options.host);
    if !address.ip().is_loopback() {
        notice!(
            "warning: other machines of the network can read this site, drafts and findings too; \
             without --host only this machine can"
        );
    }
    if !address.ip().is_loopback() && options.today.given().is_some() {
        let why = "“--today” could show others an entry whose consent has ended; leave it or “--host” out";
        return Err(Usage(why.to_owned()).into());
    }
    let drafts = if options.no_drafts { Drafts::Skip } else { Drafts::Include };
    // Nobody agreed that others see them, in whatever network.
    let entries = if address.ip().is_loopback() { Shown::All } else { Shown::Agreed };
    let serving = Serving::start(options.root.folder()?, drafts, entries, options.today.given())?;
    if let Some(why) = &serving.polls_because {
        notice!("note: {why}; the files are looked at twice a second instead");
    }
    let url = format!("http://{}/", shown(address));
    say!("The site is at {url} until you press Ctrl-C.");
    if options.open {
        open(&url);
    }
    serving.answer(listener, hosts, stop()).await?;
    notice!("Stopped.");
    Ok(())
}

fn no_host(host: &str, why: &dyn std::fmt::Display) -> Usage {
    Usage(format!("there is no host “{host}” ({why}); leave --host out, or name an address of this machine"))
}

/// What to do about a port that cannot be had.
fn taken(error: anyhow::Error, address: SocketAddr) -> anyhow::Error {
    let kind = error.root_cause().downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    match kind {
        Some(std::io::ErrorKind::AddrInUse) => anyhow!(
            "port {} is taken, perhaps by another “curbcut serve”; choose another with --port, or --port 0 for any",
            address.port()
        ),
        Some(std::io::ErrorKind::PermissionDenied) => {
            anyhow!("port {} is not for you; choose one above 1023 with --port", address.port())
        }
        _ => error,
    }
}

/// The address as a browser takes it; one that stands for all is shown as this machine's.
fn shown(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), address.port())
    } else {
        address
    }
}

/// Ends when the user presses Ctrl-C or the system asks the program to end.
async fn stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else { return drop(interrupted.await) };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}

/// Opens an address in the user's browser.
fn open(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(error) = command.spawn() {
        notice!("note: cannot open a browser ({program}: {error}); open {url} yourself");
    }
}
