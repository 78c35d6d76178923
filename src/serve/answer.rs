//! Answers to requests: pages, the files beside them, and what the desk asks.
//!
//! In: requests. Out: answers from what is in memory, and the bytes of files that the listing of `content/` named.
//! Every answer says that it is not to be kept, guessed at or shown inside another site.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::sync::Semaphore;
use tokio::time;

use super::preview::{self, Preview};
use super::request::{self, Hosts};
use super::view::View;
use super::{book, desk, media_type};
use crate::address::encode_path;
use crate::book::STYLE;
use crate::load::CONTENT;

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

/// How long a page's question for its next state is held.
const PATIENCE: Duration = Duration::from_secs(25);

/// What the answers are made from.
#[derive(Clone)]
struct Desk {
    preview: Arc<Preview>,
    hosts: Arc<Hosts>,
    root: Arc<Path>,
    /// Work on pages goes on in so many threads at once, however many ask.
    hands: Arc<Semaphore>,
}

/// The server of a preview of the site at `root`, for requests that name one of the hosts.
pub fn router(preview: Arc<Preview>, root: &Path, hosts: Hosts) -> Router {
    let hands = std::thread::available_parallelism().map_or(2, usize::from).max(2);
    let desk =
        Desk { preview, hosts: Arc::new(hosts), root: root.into(), hands: Arc::new(Semaphore::new(hands)) };
    let files = desk::FILES.iter().fold(Router::new(), |router, (path, kind, text)| {
        router.route(path, get(move || async move { with_type(kind, *text) }))
    });
    files
        .route("/_curbcut/newer", get(newer))
        .fallback_service(get(page_or_file).with_state(desk.clone()))
        .layer(middleware::from_fn_with_state(desk.clone(), guard))
        .with_state(desk)
}

/// Lets through only what names this machine, and says of every answer what holds for all.
async fn guard(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let hosts = [host, request.uri().authority().map(|authority| authority.as_str())];
    let named = hosts.iter().flatten().count() > 0;
    let mut answer = if named && hosts.iter().flatten().all(|host| desk.hosts.allow(host)) {
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

async fn page_or_file(State(desk): State<Desk>, uri: Uri) -> Response {
    let Some(path) = request::path(uri.path()) else {
        return (StatusCode::BAD_REQUEST, "This is no address of a site.\n").into_response();
    };
    desk.work(move |desk| desk.page(&path).unwrap_or_else(|| desk.file(&path))).await
}

#[derive(Deserialize)]
struct Question {
    page: String,
    seen: String,
}

/// Answers when the page looks different from what was seen: with 200 then, with 204 to be asked again.
async fn newer(State(desk): State<Desk>, Query(question): Query<Question>) -> Response {
    let mut newest = desk.preview.newest();
    let wait = async {
        loop {
            if *newest.borrow_and_update() == preview::END {
                return None;
            }
            let path = request::path(&question.page).unwrap_or_default();
            let seen = desk.work(move |desk| desk.seen(&path)).await;
            if seen != question.seen {
                return Some(seen);
            }
            newest.changed().await.ok()?;
        }
    };
    match time::timeout(PATIENCE, wait).await {
        Ok(Some(seen)) => seen.into_response(),
        Ok(None) | Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

impl Desk {
    /// Does work that takes the processor, not more at once than there are processors.
    async fn work<T: Default + Send + 'static>(&self, work: impl FnOnce(&Desk) -> T + Send + 'static) -> T {
        let desk = self.clone();
        let Ok(hand) = self.hands.clone().acquire_owned().await else { return T::default() };
        let done = tokio::task::spawn_blocking(move || {
            let _hand = hand;
            work(&desk)
        });
        done.await.unwrap_or_default()
    }

    fn seen(&self, path: &str) -> String {
        self.preview.page(&with_index(path)).seen.clone()
    }

    /// The page at a path of the site; with no slash at the end of a folder's, where it is.
    fn page(&self, path: &str) -> Option<Response> {
        let snapshot = self.preview.current();
        let Some(site) = &snapshot.site else { return Some(self.send_page("")) };
        let at = with_index(path);
        let is_page = |at: &str| !matches!(View::at(site, at), View::Nowhere);
        if is_page(&at) {
            return Some(self.send_page(&at));
        }
        is_page(&format!("{path}/index.html")).then(|| {
            let mut to = String::from("/");
            encode_path(path, &mut to);
            to.push('/');
            (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response()
        })
    }

    fn send_page(&self, path: &str) -> Response {
        let page = self.preview.page(path);
        let status = if page.found { StatusCode::OK } else { StatusCode::NOT_FOUND };
        (status, with_type("text/html; charset=utf-8", page.html.clone())).into_response()
    }

    /// A file of the theme, one that is published as it is, or a book; else the page for addresses that lead nowhere.
    fn file(&self, path: &str) -> Response {
        let snapshot = self.preview.current();
        let Some(site) = &snapshot.site else { return self.send_page("") };
        let of_theme = path.strip_prefix("assets/").filter(|name| *name != STYLE);
        if let Some(bytes) = of_theme.and_then(|name| site.theme.get(name)) {
            return with_type(media_type::of(path), bytes.clone());
        }
        let asset = site.library.asset(path);
        if let (None, Some(made)) = (asset, book::at(site, path)) {
            return match made {
                Ok(Ok(bytes)) => with_type(media_type::of(path), bytes),
                Ok(Err(finding)) => not_made(&format!("{}\n{}", finding.message, finding.help)),
                Err(error) => not_made(&format!("{error:#}")),
            };
        }
        match asset.and_then(|asset| self.read_inside(&asset.file)) {
            Some(bytes) => with_type(media_type::of(path), bytes),
            None => self.send_page(""),
        }
    }

    /// The bytes of a listed file, unless it, or a folder above it, has become a link out of the site since.
    fn read_inside(&self, file: &Path) -> Option<Vec<u8>> {
        let content = self.root.join(CONTENT).canonicalize().ok()?;
        let real = file.canonicalize().ok()?;
        let inside = real.strip_prefix(&content).ok()?;
        let same = file.strip_prefix(self.root.join(CONTENT)).ok()? == inside;
        if same { std::fs::read(real).ok() } else { None }
    }
}

fn not_made(why: &str) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, format!("The book cannot be made: {why}\n")).into_response()
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
