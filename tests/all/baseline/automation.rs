//! The steps for GitHub and GitLab: their shell is shell, and what they call the program with is understood by it. They have run at neither.

use std::path::Path;
use std::process::Command;

use serde_yaml::Value;

use crate::support::{PROGRAM, Ran, Site, curbcut};

fn yaml(path: &str) -> Value {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The shell of each step that has a name.
fn steps() -> Vec<(String, String)> {
    let action = yaml(".github/actions/curbcut/action.yml");
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    steps
        .iter()
        .filter_map(|step| Some((step["name"].as_str()?.to_owned(), step["run"].as_str()?.to_owned())))
        .collect()
}

fn jobs() -> Vec<(String, String)> {
    let file = yaml(".gitlab/curbcut.gitlab-ci.yml");
    ["curbcut-check", "pages"]
        .map(|job| (job.to_owned(), file[job]["script"][0].as_str().unwrap().to_owned()))
        .into()
}

/// Runs a script as both services do: bash, which stops at the first command that fails.
fn bash(folder: &Path, script: &str, variables: &[(&str, &str)]) -> Ran {
    let mut command = Command::new("bash");
    command
        .args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script])
        .current_dir(folder)
        .envs(variables.iter().copied());
    Ran::of(command.env("CURBCUT", PROGRAM).env("GIT_CONFIG_GLOBAL", "/dev/null"))
}

/// A repository with a site in a folder, and one more fault in what is not yet committed.
fn repository() -> (Site, String) {
    let text = "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n## 标题\n\n#### 跳级\n\n正文。\n";
    let site = Site::new(&[]);
    std::fs::remove_file(site.root().join("book.toml")).unwrap();
    site.write("网站/book.toml", "[book]\ntitle = \"例\"\nlanguage = \"zh-Hans\"\n");
    site.write("网站/content/a/index.md", text);
    let git = "git init -q . && git add -A && git -c user.name=a -c user.email=a@example.org commit -qm 一 && git rev-parse HEAD";
    let ran = bash(site.root(), git, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    site.write("网站/content/a/index.md", format!("{text}\n![](没有.png)\n"));
    (site, ran.out.trim().to_owned())
}

#[test]
fn every_script_is_shell() {
    for (name, script) in steps().into_iter().chain(jobs()) {
        let ran = Ran::of(Command::new("bash").args(["-n", "-c", &script]));
        assert_eq!((ran.code, &*ran.err), (0, ""), "{name}");
        assert!(!script.contains("${{"), "{name}: what others wrote reaches the shell as variables alone");
    }
}

#[test]
fn the_action_checks_compares_and_builds() {
    let (site, base) = repository();
    let reports = tempfile::tempdir().unwrap();
    let output = reports.path().join("output");
    let at = |path: &Path| path.to_str().unwrap().to_owned();
    let (reports_at, output_at) = (at(reports.path()), at(&output));
    let variables = [
        ("ROOT", "网站"),
        ("OUT", "public"),
        ("BASE_URL", "https://example.org/a/"),
        ("REPORTS", &*reports_at),
        ("GITHUB_OUTPUT", &*output_at),
        ("BASE", &*base),
    ];
    let run = |name: &str| {
        let script = steps().into_iter().find(|(step, _)| step == name).unwrap().1;
        bash(site.root(), &script, &variables)
    };
    let ran = run("Check");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("::error file=网站/content/a/index.md,line=12"), "{}", ran.out);
    assert_eq!(std::fs::read_to_string(&output).unwrap(), "code=1\n");
    let ran = run("Compare with the branch it goes to");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let comment = std::fs::read_to_string(reports.path().join("comment.md")).unwrap();
    assert!(comment.contains("### Curbcut: 2 new findings (2 errors), 0 mended, "), "{comment}");
    assert!(comment.contains("a11y/missing-alt") && !comment.contains("heading-jump"), "{comment}");
    assert_eq!(run("Build").code, 1);
    site.write("网站/content/a/index.md", "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n正文。\n");
    let ran = run("Build");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(site.read("public/sitemap.xml").contains("https://example.org/a/"));
}

#[test]
fn the_template_checks_compares_and_builds() {
    let (site, base) = repository();
    let variables = [
        ("CURBCUT_ROOT", "网站"),
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", &*base),
        ("CI_PAGES_URL", "https://example.org/a"),
    ];
    let [(_, check), (_, pages)]: [_; 2] = jobs().try_into().unwrap();
    // The other work tree stands beside the first.
    let nested = site.root().join("内");
    std::fs::create_dir(&nested).unwrap();
    for entry in std::fs::read_dir(site.root()).unwrap().map(|entry| entry.unwrap().path()) {
        if entry != nested {
            std::fs::rename(&entry, nested.join(entry.file_name().unwrap())).unwrap();
        }
    }
    let ran = bash(&nested, &check, &variables);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let comment = std::fs::read_to_string(nested.join("comment.md")).unwrap();
    assert!(comment.contains("2 new findings (2 errors)"), "{comment}");
    std::fs::write(
        nested.join("网站/content/a/index.md"),
        "---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n正文。\n",
    )
    .unwrap();
    let ran = bash(&nested, &pages, &variables);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(nested.join("public/index.html").exists());
}

#[test]
fn beyond_a_hundred_of_one_rule_each_is_still_told_apart() {
    let text = |pictures: &mut dyn Iterator<Item = u32>| {
        let pictures: Vec<String> = pictures.map(|at| format!("![](没有{at}.png)\n\n")).collect();
        format!("---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n{}", pictures.concat())
    };
    let site = Site::new(&[("content/a/index.md", &text(&mut (0..150)))]);
    let report = |name: &str| site.write(name, curbcut(site.root(), &["check", "--format", "json"]).out);
    let compare = |after: &str| {
        let ran = curbcut(site.root(), &["compare", "before.json", after, "--format", "json"]);
        let difference: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let number = |of: &str| {
            let all = difference[of].as_array().unwrap().iter();
            all.filter(|one| one["rule"] == "a11y/missing-alt").count()
        };
        (ran.code, number("new"), number("mended"), number("standing"))
    };
    report("before.json");
    // Mended alone is nothing new, wherever the list ends.
    site.write("content/a/index.md", text(&mut (20..150)));
    report("mended.json");
    assert_eq!(compare("mended.json"), (0, 0, 20, 130));
    // As many as before, one of them new, where no list reaches.
    site.write("content/a/index.md", text(&mut (0..149).chain([200])));
    report("new.json");
    assert_eq!(compare("new.json"), (1, 1, 1, 149));
}

#[test]
fn what_was_not_looked_for_is_neither_new_nor_mended() {
    let text = |body: &str| format!("---\ntitle: 例\nsummary: 一个例子。它很短。\n---\n\n{body}\n");
    let site = Site::new(&[
        ("content/a/index.md", &text("看[没有](https://example.org/)。")),
        ("content/b/index.md", &text("正文。").replace("例\n", "另一个\n")),
    ]);
    // What only a finished page shows.
    site.write("templates/slots/footer.html", "<p><a href=\"mei-you.html\">没有的</a></p>\n");
    let report = |name: &str| {
        let ran = curbcut(site.root(), &["check", "--format", "json"]);
        site.write(name, &ran.out);
        serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()
    };
    let compare = |before: &str, after: &str| {
        let ran = curbcut(site.root(), &["compare", before, after, "--format", "json"]);
        let difference: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let rules = |of: &str| -> Vec<String> {
            difference[of]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["rule"].as_str().unwrap().to_owned())
                .collect()
        };
        (rules("new"), rules("mended"), rules("unknown"))
    };
    let whole = report("whole.json");
    assert_eq!(whole["reached"], "pages");
    // An error of a text, and no page is made.
    site.write("content/b/index.md", text("![](mei-you.png)").replace("例\n", "另一个\n"));
    let cut = report("cut.json");
    assert_eq!(cut["reached"], "texts");
    let (new, mended, unknown) = compare("whole.json", "cut.json");
    assert!(new.iter().all(|rule| !rule.starts_with("html/")) && !new.is_empty(), "{new:?}");
    assert_eq!((mended, unknown), (vec![], vec!["html/dead-link".to_owned()]));
    let (new, mended, unknown) = compare("cut.json", "whole.json");
    assert!(mended.iter().all(|rule| !rule.starts_with("html/")) && !mended.is_empty(), "{mended:?}");
    assert_eq!((new, unknown), (vec![], vec!["html/dead-link".to_owned()]));
    // Without settings no text was read.
    site.write("book.toml", "[book\n");
    assert_eq!(report("nothing.json")["reached"], "settings");
    assert_eq!(compare("cut.json", "nothing.json").1, [""; 0]);
}

#[test]
fn what_is_no_report_is_wrong_usage() {
    let site = Site::new(&[]);
    let good = "{\"findings\": [], \"summary\": {}}";
    for (text, expected) in [("", "the file is empty"), ("{", "no JSON"), ("[1]", "no report of findings")] {
        site.write("before.json", text);
        site.write("after.json", good);
        let ran = curbcut(site.root(), &["compare", "before.json", "after.json"]);
        assert_eq!(ran.code, 2, "{text}: {}", ran.err);
        assert!(ran.err.starts_with("error: before.json: ") && ran.err.contains(expected), "{}", ran.err);
    }
    let ran = curbcut(site.root(), &["compare", "no.json", "after.json"]);
    assert!(ran.code == 2 && ran.err.starts_with("error: no.json: cannot be read"), "{}", ran.err);
    site.write("before.json", good);
    let ran = curbcut(site.root(), &["compare", "before.json", "after.json", "--format", "json"]);
    assert_eq!((ran.code, &*ran.out), (0, "{\"new\":[],\"mended\":[],\"standing\":[],\"unknown\":[]}\n"));
}
