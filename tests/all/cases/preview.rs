//! The preview under clients that ask for too much: it stays bounded, and the rest are answered.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::{PROGRAM, Site, command, curbcut};

const TEXT: &str = "---\ntitle: 关于报告的决定\nsummary: 这是一个决定。它讲报告。\n---\n\n## 一 {#one}\n\n看[附件](大.bin)。\n";

/// Only stops a test that hangs: no machine is so slow.
const AT_MOST: Duration = Duration::from_secs(600);

/// The program, serving a site.
struct Served {
    site: Site,
    program: Child,
    port: u16,
}

impl Served {
    /// With `prepare`, a line of shell, run before.
    fn new(site: Site, prepare: &str) -> Self {
        let script = format!("{prepare}\nexec \"$0\" serve --port 0");
        let mut program =
            command("sh", site.root(), &["-c", &script, PROGRAM]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.unwrap_or_else(|| panic!("no address: {line}")).parse().unwrap();
        Self { site, program, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(AT_MOST)).unwrap();
        stream
    }

    fn ask(&self, path: &str) -> TcpStream {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    /// How the answer begins: its status line.
    fn status(&self, path: &str) -> String {
        first_line(self.ask(path))
    }

    /// The most memory the program has used, in bytes.
    #[cfg(target_os = "linux")]
    fn peak(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn first_line(stream: TcpStream) -> String {
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).unwrap();
    line.trim_end().to_owned()
}

fn site() -> Site {
    let site = Site::new(&[("content/jue-ding/index.md", TEXT)]);
    site.write("content/jue-ding/大.bin", "");
    site
}

#[test]
fn a_request_that_names_two_hosts_is_refused() {
    let served = Served::new(site(), "");
    for hosts in ["Host: localhost\r\nHost: localhost", "Host: localhost\r\nHost: evil.example"] {
        let mut stream = served.connect();
        write!(stream, "GET / HTTP/1.1\r\n{hosts}\r\nConnection: close\r\n\r\n").unwrap();
        assert_eq!(first_line(stream), "HTTP/1.1 400 Bad Request", "{hosts}");
    }
    assert_eq!(served.status("/jue-ding/"), "HTTP/1.1 200 OK");
}

#[cfg(target_os = "linux")]
#[test]
fn clients_that_do_not_read_a_large_file_cost_little_memory() {
    const LARGE: u64 = 100 * 1024 * 1024;
    let site = site();
    std::fs::File::create(site.root().join("content/jue-ding/大.bin")).unwrap().set_len(LARGE).unwrap();
    let served = Served::new(site, "");
    assert_eq!(served.status("/jue-ding/"), "HTTP/1.1 200 OK");
    let before = served.peak();
    // The first bytes are here, so the answer has begun.
    let begun = |stream: TcpStream| {
        (&stream).read_exact(&mut [0; 1024]).unwrap();
        stream
    };
    let path = "/jue-ding/%E5%A4%A7.bin";
    let unread: Vec<TcpStream> = (0..30).map(|_| begun(served.ask(path))).collect();
    let mut whole = Vec::new();
    served.ask(path).read_to_end(&mut whole).unwrap();
    assert!(whole.len() as u64 > LARGE, "a reader beside them gets all: {}", whole.len());
    assert!(served.peak() - before < LARGE, "{} bytes more", served.peak() - before);
    drop(unread);
}

#[test]
fn a_book_that_many_ask_for_is_sent_to_each() {
    let served = Served::new(site(), "");
    let asked: Vec<TcpStream> = (0..200).map(|_| served.ask("/jue-ding/jue-ding.epub")).collect();
    for stream in asked {
        assert_eq!(first_line(stream), "HTTP/1.1 200 OK");
    }
}

#[test]
fn idle_connections_make_room_for_who_asks() {
    let served = Served::new(site(), "");
    let idle: Vec<TcpStream> = (0..300).map(|_| served.connect()).collect();
    assert_eq!(served.status("/jue-ding/"), "HTTP/1.1 200 OK");
    drop(idle);
}

#[cfg(unix)]
#[test]
fn a_program_with_few_file_descriptors_goes_on_answering() {
    let served = Served::new(site(), "ulimit -n 64");
    let half: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = served.connect();
            stream.write_all(b"GET /jue-ding/ HT").unwrap();
            stream
        })
        .collect();
    for path in ["/jue-ding/", "/jue-ding/%E5%A4%A7.bin", "/assets/style.css"] {
        assert_eq!(served.status(path), "HTTP/1.1 200 OK", "{path}");
    }
    drop(half);
}

#[test]
fn faults_of_files_beside_the_pages_are_told_as_check_tells_them() {
    const TEXT: &str =
        "---\ntitle: 关于报告的决定\nsummary: 这是一个决定。它讲报告。\n---\n\n看[附件](FILE)。\n";
    const ACTIVE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>图</title><script/></svg>";
    const PAGE: &str = "<!DOCTYPE html><html><head><title>页</title></head><body><h1>页</h1></body></html>";
    for (file, bytes, rule) in [
        ("con.pdf", "x", "content/bad-name"),
        ("图.png", "x", "book/picture-kind"),
        ("图.svg", ACTIVE, "book/active-picture"),
        ("页.html", PAGE, "html/missing-lang"),
    ] {
        let site = Site::new(&[("content/jue-ding/index.md", &TEXT.replace("FILE", file))]);
        site.write(&format!("content/jue-ding/{file}"), bytes);
        for command in ["check", "build"] {
            let ran = curbcut(site.root(), &[command]);
            assert!((ran.out + &ran.err).contains(rule), "{command} {file}");
        }
        let served = Served::new(site, "");
        let told = || {
            let mut page = String::new();
            served.ask("/_curbcut/findings/").read_to_string(&mut page).unwrap();
            page.contains(rule)
        };
        assert!(told(), "{file}: {rule}");
        // What is allowed is told nowhere; a text that no longer leads to the file takes its faults with it.
        let path = "content/jue-ding/index.md";
        served.site.write(path, TEXT.replace("[附件](FILE)", "附件"));
        let start = std::time::Instant::now();
        while told() {
            assert!(start.elapsed() < AT_MOST, "{file} is told for ever");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_preview_whose_reader_is_gone_goes_on_and_ends_when_it_is_told_to() {
    for signal in ["TERM", "INT"] {
        for prepare in ["", "exec 2>&-", "exec 2>/dev/full"] {
            // The pipe that its first line came through is closed by now.
            let mut served = Served::new(site(), prepare);
            assert_eq!(served.status("/jue-ding/"), "HTTP/1.1 200 OK");
            served.site.write("content/jue-ding/index.md", TEXT.replace("决定", "决议"));
            assert_eq!(served.status("/jue-ding/"), "HTTP/1.1 200 OK");
            let id = served.program.id().to_string();
            assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
            assert_eq!(served.program.wait().unwrap().code(), Some(0), "{signal} {prepare}");
        }
    }
}
