//! Bars beside the numbers of a table: a chart whose data stand in it.
//!
//! In: the words of the cells of a table. Out: the column that has bars, the first after the names of the rows that holds numbers
//! alone, and how long each bar is. Refused: a column with a number below zero, and one with fewer than two numbers.

/// The bars of a table.
#[derive(Debug, PartialEq)]
pub struct Bars {
    /// The column they stand in, from 0.
    pub column: usize,
    /// How long the bar of each row is, in hundredths of the longest; none where the cell has no number.
    pub lengths: Vec<Option<f64>>,
}

impl Bars {
    /// The bars of rows, each with the words of its cells.
    pub fn of(rows: &[Vec<String>]) -> Option<Self> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        (1..columns).find_map(|column| {
            let words: Vec<&str> =
                rows.iter().map(|row| row.get(column).map_or("", String::as_str)).collect();
            let numbers = numbers(&words)?;
            let most = numbers.iter().flatten().copied().fold(0.0, f64::max);
            let length = |number: f64| if most > 0.0 { number / most * 100.0 } else { 0.0 };
            let lengths = numbers.into_iter().map(|number| number.map(length)).collect();
            Some(Self { column, lengths })
        })
    }
}

/// The numbers of a column, none where a cell says nothing; `None` where a cell says something else.
fn numbers(cells: &[&str]) -> Option<Vec<Option<f64>>> {
    let digits: Vec<&str> = cells.iter().map(|cell| digits(cell)).collect::<Option<_>>()?;
    // Where the mark always stands before three digits it parts thousands, and otherwise the whole from its parts: languages differ.
    let parts_thousands = [',', '.'].map(|mark| {
        digits.iter().all(|number| {
            let mut parts = number.split(mark);
            let first = parts.next().unwrap_or_default();
            first != "0" && parts.all(|part| part.bytes().take_while(u8::is_ascii_digit).count() == 3)
        })
    });
    let number = |written: &&str| {
        let mut plain = String::new();
        for c in written.chars() {
            match c {
                ',' | '.' if parts_thousands[usize::from(c == '.')] => {}
                ',' | '.' => plain.push('.'),
                c if c.is_ascii_digit() => plain.push(c),
                _ => {}
            }
        }
        if written.is_empty() { Some(None) } else { plain.parse().ok().map(Some) }
    };
    let numbers: Vec<Option<f64>> = digits.iter().map(number).collect::<Option<_>>()?;
    (numbers.iter().flatten().count() >= 2).then_some(numbers)
}

/// The digits of the one number that a cell holds, with the marks among them; empty where it says that there is none.
fn digits(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    let Some(start) = cell.find(|c: char| c.is_ascii_digit()) else {
        let says_nothing = |c: char| !c.is_alphanumeric();
        return cell.chars().all(says_nothing).then_some("");
    };
    let is_mark = |c: char| matches!(c, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let (before, rest) = cell.split_at(start);
    let end = rest.find(|c: char| !c.is_ascii_digit() && !is_mark(c)).unwrap_or(rest.len());
    let (number, after) = rest.split_at(end);
    let is_below_zero = before.ends_with(['-', '−', '–']);
    let is_one = !after.contains(|c: char| c.is_numeric());
    (is_one && !is_below_zero).then(|| number.trim_end_matches(is_mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(cells: &[&str]) -> Option<Vec<Option<f64>>> {
        let rows: Vec<Vec<String>> =
            cells.iter().map(|cell| vec!["甲".to_owned(), (*cell).to_owned()]).collect();
        Some(Bars::of(&rows)?.lengths)
    }

    #[test]
    fn numbers_of_any_language_have_bars() {
        let half = Some(vec![Some(50.0), Some(100.0)]);
        for cells in [
            ["5", "10"],
            ["5 人", "10 人"],
            ["约 5 %", "10 %"],
            ["1,000", "2,000"],
            ["1.000", "2.000"],
            ["1 000", "2 000"],
            ["1,000,000", "2,000,000"],
            ["0,125", "0,250"],
            ["0.125", "0.25"],
            ["1.5", "3"],
            ["1,5", "3"],
            ["1 000,5", "2 001"],
            ["1,000.50", "2,001.00"],
        ] {
            assert_eq!(lengths(&cells), half, "{cells:?}");
        }
        assert_eq!(lengths(&["0", "4", "–", ""]), Some(vec![Some(0.0), Some(100.0), None, None]));
        assert_eq!(lengths(&["0", "0"]), Some(vec![Some(0.0), Some(0.0)]));
    }

    #[test]
    fn what_is_no_column_of_numbers_has_none() {
        for cells in
            [["5", "多"], ["-5", "10"], ["5–10", "10"], ["5", ""], ["", ""], ["2/3", "1"], ["²", "1"]]
        {
            assert_eq!(lengths(&cells), None, "{cells:?}");
        }
    }

    #[test]
    fn the_first_column_of_numbers_has_them() {
        let rows = [["2024", "好", "3", "4"], ["2025", "坏", "6", "8"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let bars = Bars::of(&rows).unwrap();
        assert_eq!((bars.column, bars.lengths), (2, vec![Some(50.0), Some(100.0)]));
    }
}
