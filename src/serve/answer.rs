//! Answers to requests: pages, the files beside them, and what the script of the desk asks.
//!
//! In: requests. Out: answers from what is in memory, and the bytes of files that the listing of `content/` named.
//! Every answer says that it is not to be kept, guessed at or shown inside another site.

use std::io::{self, Seek as _, SeekFrom};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::io::AsyncReadExt as _;
use tokio::sync::Semaphore;
use tokio::time;
use tokio_util::io::ReaderStream;

use super::preview::{self, Preview};
use super::preview_page::{self, PreviewPage};
use super::range::{self, Asked, Part};
use super::request::{self, Hosts};
use super::route::Route;
use super::snapshot::{Site, Snapshot};
use super::{desk, download, media_type};
use crate::address::encode_path;
use crate::content::Asset;
use crate::files::Opened;
use crate::formats::discovery;

/// What the pages may load. A theme may hold small pictures and fonts in its style sheets.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every answer says of itself.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// How long a request for the next state of a page waits.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// Files are read and sent in pieces of so many bytes.
const PIECE: usize = 64 * 1024;

/// What the answers are made from.
#[derive(Clone)]
struct Server {
    preview: Arc<Preview>,
    hosts: Arc<Hosts>,
    /// Limits how many threads make pages at once, however many requests there are.
    permits: Arc<Semaphore>,
}

/// The server of a preview, for requests that name one of the hosts.
pub fn router(preview: Arc<Preview>, hosts: Hosts) -> Router {
    let permits = std::thread::available_parallelism().map_or(2, usize::from).max(2);
    let server = Server { preview, hosts: Arc::new(hosts), permits: Arc::new(Semaphore::new(permits)) };
    let files = desk::FILES.iter().fold(Router::new(), |router, (path, kind, text)| {
        router.route(path, get(move || async move { with_type(kind, *text) }))
    });
    files
        .route("/_curbcut/newer", get(newer))
        .fallback_service(get(page_or_file).with_state(server.clone()))
        .layer(middleware::from_fn_with_state(server.clone(), guard))
        .with_state(server)
}

/// Refuses requests that do not name this machine, and adds the common headers to every answer.
async fn guard(State(server): State<Server>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let hosts = [host, request.uri().authority().map(|authority| authority.as_str())];
    let named = hosts.iter().flatten().count() > 0;
    let mut answer = if request.headers().get_all(header::HOST).iter().count() > 1 {
        // RFC 9112, 3.2: one program would take the first for the host and another the last.
        (StatusCode::BAD_REQUEST, "A request names one host.\n").into_response()
    } else if named && hosts.iter().flatten().all(|host| server.hosts.allow(host)) {
        next.run(request).await
    } else {
        let words = "This preview answers only requests to the host it was started for.\n";
        (StatusCode::MISDIRECTED_REQUEST, words).into_response()
    };
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

async fn page_or_file(
    State(server): State<Server>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some(path) = request::path(uri.path()) else {
        return (StatusCode::BAD_REQUEST, "This is no address of a site.\n").into_response();
    };
    let snapshot = server.preview.current();
    let found = server.work(move || (Resource::at(&snapshot, &path), path)).await;
    match found {
        Some((Resource::Page, path)) => server.page(&with_index(&path)).await,
        Some((Resource::Moved(to), _)) => {
            (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response()
        }
        Some((Resource::OfTheme(bytes), path)) => with_type(media_type::of(&path), bytes),
        Some((Resource::Download(kind), path)) => server.download(&path, kind).await,
        Some((Resource::List(text), path)) => with_type(media_type::of(&path), text),
        Some((Resource::File(asset), path)) => {
            server.file(asset, &path, range::asked(&method, &headers)).await
        }
        Some((Resource::Nowhere, _)) => server.page("").await,
        None => failed("the program could not look it up"),
    }
}

/// What stands at a path of the site.
enum Resource {
    Page,
    /// The page of a folder, at the folder's address.
    Moved(String),
    OfTheme(Bytes),
    /// A download or a list of downloads, with its media type.
    Download(&'static str),
    /// What lists for programs what the site has.
    List(String),
    /// A file that is published as it is.
    File(Asset),
    Nowhere,
}

impl Resource {
    fn at(snapshot: &Snapshot, path: &str) -> Self {
        let is_any = |site: &Site| !matches!(Self::of(site, path), Resource::Nowhere);
        snapshot.site_at(is_any).map_or(Resource::Nowhere, |site| Self::of(site, path))
    }

    fn of(site: &Site, path: &str) -> Self {
        let is_page = |at: &str| Route::leads(site, at);
        if is_page(&with_index(path)) {
            return Resource::Page;
        }
        if is_page(&format!("{path}/index.html")) {
            let mut to = String::from("/");
            encode_path(path, &mut to);
            to.push('/');
            return Resource::Moved(to);
        }
        let of_theme = path.strip_prefix("assets/");
        if let Some(bytes) = of_theme.and_then(|name| site.theme.get(name)) {
            return Resource::OfTheme(bytes.clone());
        }
        match site.library.published_asset(path) {
            Some(asset) => Resource::File(asset.clone()),
            None => match download::media_type_at(site, path) {
                Some(kind) => Resource::Download(kind),
                None => discovery::at(path, &site.library, &site.languages)
                    .map_or(Resource::Nowhere, Resource::List),
            },
        }
    }
}

#[derive(Deserialize)]
struct NewerQuery {
    page: String,
    seen: String,
}

/// Answers when the page looks different from what the browser has: with 200 then, with 204 when the browser is to ask again.
async fn newer(State(server): State<Server>, Query(query): Query<NewerQuery>) -> Response {
    let mut newest = server.preview.newest();
    let wait = async {
        loop {
            if *newest.borrow_and_update() == preview::END {
                return None;
            }
            let path = with_index(&request::path(&query.page).unwrap_or_default());
            let page = server.make_page(&path).await?;
            if page.seen != query.seen {
                return Some(page.seen.clone());
            }
            newest.changed().await.ok()?;
        }
    };
    match time::timeout(LONGEST_WAIT, wait).await {
        Ok(Some(seen)) => seen.into_response(),
        Ok(None) | Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

impl Server {
    /// Does work that takes the processor, not more at once than there are processors; `None` when it failed.
    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let permit = self.permits.clone().acquire_owned().await.ok()?;
        let done = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        done.await.ok()
    }

    /// The page at a path of the site, or the one for addresses that lead nowhere.
    async fn make_page(&self, path: &str) -> Option<Arc<PreviewPage>> {
        let (server, snapshot) = (self.clone(), self.preview.current());
        let path = preview_page::path(&snapshot, path).to_owned();
        let (at, version) = (path.clone(), snapshot.version);
        let make = |last: Option<Arc<PreviewPage>>| async move {
            server.work(move || preview_page::make(&snapshot, &path, last.as_deref())).await
        };
        self.preview.pages.get(&at, version, make).await
    }

    async fn page(&self, path: &str) -> Response {
        let Some(page) = self.make_page(path).await else { return failed("the page cannot be made") };
        let status = if page.found { StatusCode::OK } else { StatusCode::NOT_FOUND };
        (status, with_type("text/html; charset=utf-8", page.html.clone())).into_response()
    }

    async fn download(&self, path: &str, kind: &'static str) -> Response {
        let (server, snapshot, at) = (self.clone(), self.preview.current(), path.to_owned());
        let version = snapshot.version;
        let make = |_| async move {
            server.work(move || download::at(download::site_at(&snapshot, &at)?, &at)).await?
        };
        match self.preview.downloads.get(path, version, make).await.as_deref() {
            Some(Ok(bytes)) => with_type(kind, bytes.clone()),
            Some(Err(why)) => failed(&format!("the file cannot be made: {why}")),
            // It went away since it was looked up.
            None => self.page("").await,
        }
    }

    /// A listed file or a part of it, piece by piece: however large it is and however slowly it is read, little of it is in memory.
    async fn file(&self, asset: Asset, path: &str, asked: Option<Asked>) -> Response {
        let opened = tokio::task::spawn_blocking(move || {
            let mut opened = asset.open()?;
            let part = asked.map_or(Part::Whole, |asked| asked.of(opened.length));
            if let Part::Some { first, .. } = part {
                opened.file.seek(SeekFrom::Start(first))?;
            }
            io::Result::Ok((opened, part))
        });
        let opened = opened.await;
        // A thread that ended without a result found no file.
        let opened = opened.unwrap_or_else(|_| Err(io::ErrorKind::NotFound.into()));
        let (Opened { file, length }, part) = match opened {
            Ok(opened) => opened,
            // It is gone, or it or a folder above it became a link since it was listed.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) => {
                return self.page("").await;
            }
            Err(error) => return failed(&format!("the file cannot be read: {error}")),
        };
        let (status, sent) = match part {
            Part::Whole => (StatusCode::OK, length),
            Part::Some { first, last } => (StatusCode::PARTIAL_CONTENT, last - first + 1),
            Part::None => (StatusCode::RANGE_NOT_SATISFIABLE, 0),
        };
        let pieces = ReaderStream::with_capacity(tokio::fs::File::from_std(file).take(sent), PIECE);
        let mut answer = (status, with_type(media_type::of(path), Body::from_stream(pieces))).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_LENGTH, sent.into());
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        if let Some(range) = part.content_range(length) {
            headers.insert(header::CONTENT_RANGE, range);
        }
        answer
    }
}

/// Something that the site holds cannot be sent.
fn failed(why: &str) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, format!("This cannot be shown now: {why}\n")).into_response()
}

/// A folder's address is that of its page.
fn with_index(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

fn with_type(kind: &'static str, body: impl Into<Body>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    (headers, body.into()).into_response()
}
