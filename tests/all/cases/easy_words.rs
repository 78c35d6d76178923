//! Easy-read texts on the Convention on the Rights of Persons with Disabilities, as professionals write them: what is right in
//! them is not reported, and what is wrong still is.

use crate::support::curbcut;
use crate::support::{NO_ADDRESS, Site};

/// English: short sentences, lists of words, and the long name of the Convention.
const ENGLISH: &str = "\
## The Convention {covers=one}

The Convention on the Rights of Persons with Disabilities is an agreement between countries.

Disabled people wrote it with them.

Some people say “the Convention” for short.

It is for everyone with a disability.

Many people have more than one disability.

The Convention on the Rights of Persons with Disabilities says that we all have the same rights.

It helps disabled children.

It helps women and girls with disabilities.

Disabilities can be:

- physical
- mental
- Learning
- Hearing and sight

## What is fair

Disabled people are often treated differently.

Some people treat them unfairly.

That is called discrimination.

Discrimination is against the law.

We want an equal start for everybody.

Nobody may hurt you.

You can say no.

## Your rights

You have the right to:

- live where you want
- choose who you live with
- work
- A safe home
- Help

You can go to school with other children.

Your teachers must help you.

You can learn braille or sign language.

You can use a wheelchair, a ramp or a lift.

Doctors must ask you first.

You can marry and have children.

You can vote.

Your vote is private.

The police must listen to you.

You can go to court.

A lawyer can help you there.

## Countries

All countries must keep their promise.

They must change unfair laws.

They must ask disabled people and their organisations.

They must make buses, shops and websites accessible.

They must tell the United Nations what they have done.

Experts read the reports.

They meet in Geneva.

The experts write back to each country.

Then everyone can read what they wrote.

You can ask for help on 0800 123 4567 or at help@example.org.
";

/// The same in Chinese.
const CHINESE: &str = "\
## 公约 {covers=one}

《残疾人权利公约》是国家之间的约定。

残疾人和国家一起写了《残疾人权利公约》。

公约保护每一个残疾人。

有的人看不见。

有的人听不见。

有的人坐轮椅。

## 什么是公平

我们要平等。

歧视残疾人是错的。

国家要改不公平的法律。

## 你的权利

你有权：

- 上学
- 工作
- 自己选择住在哪里
- 和别人一样投票
- 手语、盲文
- 医院的帮助

你可以请律师。

你可以打电话 12345。

你可以写信给 office@example.org。
";

fn site(lang: &str, body: &str, glossary: &str) -> Site {
    let (title, summary, about, words) = match lang {
        "en" => ("The paper", "This is a paper. It is short.", "This is the easy-read version.", "Words."),
        _ => ("文件", "这是一份文件。文件很短。", "这是易读版。", "正文。"),
    };
    let site = Site::new(&[
        (
            "content/a/index.md",
            &format!("---\ntitle: {title}\nsummary: {summary}\n---\n\n## A {{#one}}\n\n{words}\n"),
        ),
        ("content/a/easy-read.md", &format!("---\ntitle: {title}\nabout: {about}\n---\n\n{body}")),
        ("content/glossary.yaml", glossary),
    ]);
    let allowed = "[check.allow]\n\"easy-read/missing-picture\" = \"this test is about words\"\n";
    site.write("book.toml", format!("[book]\ntitle = \"ABC\"\nlanguage = \"{lang}\"\n{allowed}{NO_ADDRESS}"));
    site
}

/// What is found, one line each: the rule and the words of the message.
fn found(lang: &str, body: &str, glossary: &str) -> Vec<String> {
    let ran = curbcut(site(lang, body, glossary).root(), &["check", "--format", "json"]);
    let report: serde_json::Value =
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.out));
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| format!("{}: {}", text(&finding["rule"]), text(&finding["message"])))
        .collect()
}

#[test]
fn what_professionals_write_in_english_is_not_reported() {
    let found = found("en", ENGLISH, "");
    // It is true.
    let passive = |words: &str| format!("easy-read/passive: “{words}” hides who does it");
    assert_eq!(found, [passive("are often treated")], "{found:#?}");
}

#[test]
fn what_is_written_well_in_chinese_is_not_reported() {
    let found = found("zh-Hans", CHINESE, "");
    assert_eq!(found, [""; 0], "{found:#?}");
}

#[test]
fn a_name_is_one_thing_only_where_it_is_explained() {
    let long =
        |found: &[String]| found.iter().filter(|one| one.starts_with("easy-read/long-sentence")).count();
    let sentence = "Every country that joined must follow the Convention on the Rights of Persons with Disabilities everywhere.\n";
    let unexplained = found("en", &format!("## A {{covers=one}}\n\n{sentence}"), "");
    assert_eq!(long(&unexplained), 1, "{unexplained:#?}");
    let glossary = "- term: the Convention\n  meaning: An agreement.\n  official: [Convention on the Rights of Persons with Disabilities]\n";
    let by_glossary = found("en", &format!("## A {{covers=one}}\n\n{sentence}"), glossary);
    assert_eq!(long(&by_glossary), 0, "{by_glossary:#?}");
    let explained = "This agreement is called the Convention on the Rights of Persons with Disabilities.\n";
    let by_text = found("en", &format!("## A {{covers=one}}\n\n{explained}\n{sentence}"), "");
    assert_eq!(long(&by_text), 0, "{by_text:#?}");
    // In Chinese a long name of the glossary is as long as a word.
    let sentence = "联合国人权事务高级专员办事处要和残疾人一起写一份新的报告。\n";
    let body = format!("## 一 {{covers=one}}\n\n{sentence}");
    assert_eq!(long(&found("zh-Hans", &body, "")), 1);
    let glossary = "- term: 联合国人权事务高级专员办事处\n  meaning: 联合国的一个机构。\n";
    assert_eq!(long(&found("zh-Hans", &body, glossary)), 0);
}

#[test]
fn what_is_wrong_is_still_found() {
    let body = "## A {covers=one}\n\nThe reports of the countries that joined are read by a group of experts who were chosen because they know a lot about the lives of people with disabilities.\n\n- The experts will meet in Geneva\n- Countries must answer\n\nThe quorum is ready.\n";
    let found = found("en", body, "");
    for rule in [
        "easy-read/long-sentence: the sentence has 29 words",
        "easy-read/passive: “are read by”",
        "easy-read/unknown-word: “quorum”",
    ] {
        assert!(found.iter().any(|one| one.starts_with(rule)), "{rule}: {found:#?}");
    }
    assert_eq!(
        found.iter().filter(|one| one.starts_with("easy-read/unended-sentence")).count(),
        2,
        "{found:#?}"
    );
    let body = "## 一 {covers=one}\n\n你有权：\n\n- 各国要保护残疾人\n- 工作\n- 专家应该写报告\n";
    let found = self::found("zh-Hans", body, "");
    assert_eq!(
        found.iter().filter(|one| one.starts_with("easy-read/unended-sentence")).count(),
        2,
        "{found:#?}"
    );
}
