//! Blocks that other tools know by how their first lines begin.
//!
//! In: a line of a text and those around it. Out: what it is there, and what to write instead.

use std::sync::LazyLock;

use regex::Regex;

use super::Told;
use crate::check::prose::{Line, Prose};
use crate::source::slice;

/// What stands at the beginning of a block.
pub struct Begun {
    /// What it is, and what to write.
    pub told: Told,
    /// The line of it, by its number among the lines of the text.
    pub line: usize,
    /// Whether all of its block belongs to it.
    pub is_whole: bool,
}

/// What begins any of these, as a part of a pattern that is tried on many lines at once.
pub const FIRST: &str = r"#{2,6}[^#\s]|[0-9]{1,3}[.)][^\s0-9.)]|import |export |\+[-=]|\$\$|[| :]*-[-| :]*$|[|｜]|[^|｜\n]+ [|｜] ";

/// A line that is to divide the head of a table from its rows.
static DIVIDES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$").expect("a pattern"));

/// A module of JavaScript.
static MODULE: LazyLock<Regex> = LazyLock::new(|| {
    let patterns = [
        r#"^import\s+(?:[\w{}*,$\s]+\s+from\s+)?["'][^"']+["'];?$"#,
        r"^export\s+(?:default|const|let|var|function|class|async)\b",
    ];
    Regex::new(&patterns.join("|")).expect("a pattern")
});

/// What the line of this number begins.
pub fn begun(prose: &Prose, index: usize, line: &Line<'_>) -> Option<Begun> {
    if !line.role.is_running() {
        return None;
    }
    let text = line.text.trim_end();
    let before =
        index.checked_sub(1).and_then(|before| prose.line(before)).filter(|one| one.role.is_running());
    let before_in_block = before.filter(|before| before.block == line.block);
    let told = |told: Told| Some(Begun { told, line: index, is_whole: false });
    if let Some(head) = before_in_block.filter(|head| head.text.contains('|') && DIVIDES.is_match(text)) {
        let is_first =
            index.checked_sub(2).and_then(|at| prose.line(at)).is_none_or(|one| one.block != line.block);
        return is_first.then(|| Begun { told: table(head.text, text), line: index - 1, is_whole: true });
    }
    if let Some(number) = number(text) {
        let after = prose.line(index + 1).filter(|one| one.role.is_running());
        let goes_on = after.and_then(|after| self::number(after.text)) == number.checked_add(1);
        let begins = before.and_then(|before| self::number(before.text)) != number.checked_sub(1);
        return if goes_on && begins { told(item(text)) } else { None };
    }
    if before_in_block.is_some() {
        return None;
    }
    if is_row(text) {
        let rows: Vec<&str> = (index..)
            .map_while(|at| prose.line(at).filter(|one| one.block == line.block))
            .map(|one| one.text.trim())
            .collect();
        return without_divider(&rows).map(|told| Begun { told, line: index, is_whole: true });
    }
    if let Some(words) = text.strip_prefix("##") {
        let words = words.trim_start_matches('#');
        let marks = slice(text, ..text.len() - words.len());
        let is_heading = marks.len() <= 6 && words.starts_with(char::is_alphanumeric);
        let help =
            format!("Write a blank between the marks and the words: “{marks} {}”.", super::short(words));
        return if is_heading { told(("a heading of other tools".to_owned(), help)) } else { None };
    }
    if MODULE.is_match(text) {
        return told((
            "a command of MDX".to_owned(),
            "Take it out, and write in Markdown what it makes.".to_owned(),
        ));
    }
    if text.len() > 3
        && text.starts_with('+')
        && text.ends_with('+')
        && text.bytes().all(|byte| b"+-=:".contains(&byte))
    {
        let help =
            "Write it with “|” alone: a row of heads, a row such as |---|---|, and a line for each row.";
        let told = ("a table of pandoc".to_owned(), help.to_owned());
        return Some(Begun { told, line: index, is_whole: true });
    }
    let goes_on = |open: &str, close: &str| text.strip_prefix(open).is_some_and(|rest| !rest.contains(close));
    goes_on("$$", "$$").then(|| Begun { told: super::formulas::formula(), line: index, is_whole: true })
}

/// The number of an item without a blank after its mark: `1.甲`.
fn number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).filter(|_| (1..=3).contains(&digits))?;
    let word = rest.strip_prefix(['.', ')'])?;
    word.starts_with(char::is_alphabetic).then(|| number.parse().ok())?
}

fn item(text: &str) -> Told {
    let end = text.find(['.', ')']).map_or(0, |at| at + 1);
    let help = format!(
        "Write a blank after the number, in each item: “{} {}”.",
        slice(text, ..end),
        super::short(slice(text, end..))
    );
    ("an item of a list of other tools".to_owned(), help)
}

/// Whether a line has cells, as far as bars say it.
fn is_row(text: &str) -> bool {
    text.starts_with(BARS) || [" | ", " ｜ "].iter().any(|bar| text.contains(bar))
}

/// The bar of tables, and the one that keyboards for Chinese write.
const BARS: [char; 2] = ['|', '｜'];

/// What is said of rows that no line divides from their head; none where bars stand in plain words.
fn without_divider(rows: &[&str]) -> Option<Told> {
    let head = rows.first()?;
    let bars = |row: &str| row.matches(BARS).count();
    let is_closed = |row: &&str| row.starts_with(BARS) && row.ends_with(BARS) && bars(row) > 2;
    // One line of signs may be a sum: |x| + |y|.
    let has_blanks = |row: &str| row.chars().nth(1).is_some_and(char::is_whitespace);
    let is_closed_table = rows.iter().all(is_closed) && (rows.len() > 1 || has_blanks(head));
    let is_open_table = rows.len() > 2 && rows.iter().all(|row| is_row(row) && bars(row) == bars(head));
    let cells = head.trim_matches(BARS).split(BARS).count();
    let divider = format!("|{}", "---|".repeat(cells.min(12)));
    let wide = rows.iter().any(|row| row.contains('｜'));
    let bar = if wide { " Write each bar as “|”, not as “｜”." } else { "" };
    let help = format!("Write the line “{divider}” below the row of heads.{bar}");
    (is_closed_table || is_open_table)
        .then(|| ("no table, as no line divides its head from its rows".to_owned(), help))
}

fn table(head: &str, divider: &str) -> Told {
    let cells = |row: &str| row.trim().trim_matches('|').split('|').count();
    let help = format!(
        "The row of heads has {} and the line below has {}: give both as many, as in “| A | B |” and “|---|---|”.",
        crate::count::counted(cells(head), "cell"),
        cells(divider)
    );
    ("no table, as its first two lines do not fit".to_owned(), help)
}
