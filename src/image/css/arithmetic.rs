//! The arithmetic of values: `calc()` and the functions beside it.
//!
//! In: what stands in such a function. Out: its [`Quantity`]; none where only a browser knows it.

use cssparser::{ParseError, Parser, Token};

use super::pieces::{Piece, dimension};

/// A sum of what has the same unit each.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Quantity {
    number: f32,
    percent: f32,
    length: f32,
    angle: f32,
}

/// Whether a function only calculates.
pub(super) fn is_function(name: &str) -> bool {
    const NAMES: &str = "abs acos asin atan atan2 calc clamp cos env exp hypot log max min mod pow rem round sign sin sqrt tan";
    NAMES.split(' ').any(|known| known == name) || name.ends_with("-calc")
}

/// The value of a function that only calculates, read to its end.
pub(super) fn function(name: &str, parser: &mut Parser<'_>) -> Option<Quantity> {
    let inner = parser.parse_nested_block(|inner| {
        let value = called(name, inner);
        while inner.next().is_ok() {}
        Ok::<_, ParseError<()>>(value)
    });
    inner.ok().flatten()
}

fn called(name: &str, parser: &mut Parser<'_>) -> Option<Quantity> {
    if name == "env" {
        return environment(parser);
    }
    let begin = parser.state();
    let strategy = match parser.next().cloned() {
        Ok(Token::Ident(word)) if name == "round" && parser.next() == Ok(&Token::Comma) => word.to_string(),
        _ => {
            parser.reset(&begin);
            String::new()
        }
    };
    let mut values = vec![sum(parser)?];
    while let Ok(token) = parser.next() {
        if *token != Token::Comma {
            return None;
        }
        values.push(sum(parser)?);
    }
    let (first, second) = (*values.first()?, values.get(1).copied());
    let by = second.map_or(1.0, Quantity::size);
    let of_each = |value: f32| Some(first.scaled(value / first.size()));
    match name {
        "min" => values.into_iter().min_by(|a, b| a.size().total_cmp(&b.size())),
        "max" => values.into_iter().max_by(|a, b| a.size().total_cmp(&b.size())),
        "clamp" => {
            let most = [second?, *values.get(2)?].into_iter().min_by(|a, b| a.size().total_cmp(&b.size()))?;
            Some(if most.size() < first.size() { first } else { most })
        }
        "abs" => Some(first.scaled(first.size().signum())),
        "sign" => Some(if first.size() == 0.0 { first } else { Quantity::number(first.size().signum()) }),
        "hypot" | "mod" | "rem" | "round" if first.size() == 0.0 => {
            Some(second.filter(|_| name == "hypot").unwrap_or(first))
        }
        "round" => {
            let times = first.size() / by;
            of_each(
                by * match strategy.as_str() {
                    "up" => times.ceil(),
                    "down" => times.floor(),
                    "to-zero" => times.trunc(),
                    _ => (times + 0.5).floor(),
                },
            )
        }
        "mod" => of_each(first.size() - by * (first.size() / by).floor()),
        "rem" => of_each(first.size() % by),
        "hypot" => of_each(values.iter().map(|value| value.size().powi(2)).sum::<f32>().sqrt()),
        "sin" => Some(Quantity::number(first.radians().sin())),
        "cos" => Some(Quantity::number(first.radians().cos())),
        "tan" => Some(Quantity::number(first.radians().tan())),
        "asin" => Some(Quantity::angle(first.number.asin())),
        "acos" => Some(Quantity::angle(first.number.acos())),
        "atan" => Some(Quantity::angle(first.number.atan())),
        "atan2" => Some(Quantity::angle(first.size().atan2(by))),
        "sqrt" => Some(Quantity::number(first.number.sqrt())),
        "exp" => Some(Quantity::number(first.number.exp())),
        "pow" => Some(Quantity::number(first.number.powf(by))),
        "log" => {
            let base = second.map_or(1.0, |base| base.number.ln());
            Some(Quantity::number(first.number.ln() / base))
        }
        _ => Some(first),
    }
}

/// What a device says of itself: the lengths that are known are nothing on most; any other name means what stands in for it.
fn environment(parser: &mut Parser<'_>) -> Option<Quantity> {
    const KNOWN: [&str; 4] = ["keyboard-inset-", "safe-area-", "titlebar-area-", "viewport-segment-"];
    let Ok(Token::Ident(name)) = parser.next().cloned() else { return None };
    if KNOWN.iter().any(|known| name.starts_with(known)) {
        return Some(Quantity::default());
    }
    while *parser.next().ok()? != Token::Comma {}
    sum(parser)
}

fn sum(parser: &mut Parser<'_>) -> Option<Quantity> {
    let mut total = product(parser)?;
    loop {
        let begin = parser.state();
        let sign = match parser.next() {
            Ok(Token::Delim('+')) => 1.0,
            Ok(Token::Delim('-')) => -1.0,
            _ => {
                parser.reset(&begin);
                return Some(total);
            }
        };
        total = total.plus(product(parser)?.scaled(sign));
    }
}

fn product(parser: &mut Parser<'_>) -> Option<Quantity> {
    let mut total = value(parser)?;
    loop {
        let begin = parser.state();
        total = match parser.next() {
            Ok(Token::Delim('*')) => {
                let by = value(parser)?;
                if by.is_number() { total.scaled(by.number) } else { by.scaled(total.number) }
            }
            // Of two lengths the ratio is a number.
            Ok(Token::Delim('/')) => {
                let by = value(parser)?;
                if by.is_number() {
                    total.scaled(1.0 / by.number)
                } else {
                    Quantity::number(total.size() / by.size())
                }
            }
            _ => {
                parser.reset(&begin);
                return Some(total);
            }
        };
    }
}

fn value(parser: &mut Parser<'_>) -> Option<Quantity> {
    match parser.next().cloned().ok()? {
        Token::Number { value, .. } => Some(Quantity::number(value)),
        Token::Percentage { unit_value, .. } => {
            Some(Quantity { percent: unit_value * 100.0, ..Quantity::default() })
        }
        Token::Dimension { value, unit, .. } => match dimension(value, &unit.to_ascii_lowercase()) {
            Piece::Length(length) => Some(Quantity { length, ..Quantity::default() }),
            Piece::Angle(angle) => Some(Quantity { angle, ..Quantity::default() }),
            _ => None,
        },
        Token::ParenthesisBlock => function("calc", parser),
        Token::Function(name) if is_function(&name.to_ascii_lowercase()) => {
            function(&name.to_ascii_lowercase(), parser)
        }
        Token::Ident(word) => match &*word.to_ascii_lowercase() {
            "pi" => Some(Quantity::number(std::f32::consts::PI)),
            "e" => Some(Quantity::number(std::f32::consts::E)),
            "infinity" => Some(Quantity::number(f32::MAX)),
            "-infinity" => Some(Quantity::number(f32::MIN)),
            _ => None,
        },
        _ => None,
    }
}

impl Quantity {
    fn number(number: f32) -> Self {
        Self { number, ..Self::default() }
    }

    fn angle(radians: f32) -> Self {
        Self { angle: radians.to_degrees(), ..Self::default() }
    }

    fn is_number(self) -> bool {
        self == Self::number(self.number)
    }

    /// How large it is beside others: a part of what is around it is measured on a usual screen.
    fn size(self) -> f32 {
        self.number + self.percent * 10.0 + self.length + self.angle
    }

    fn radians(self) -> f32 {
        if self.angle == 0.0 { self.number } else { self.angle.to_radians() }
    }

    fn scaled(self, by: f32) -> Self {
        let Self { number, percent, length, angle } = self;
        Self { number: number * by, percent: percent * by, length: length * by, angle: angle * by }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            number: self.number + other.number,
            percent: self.percent + other.percent,
            length: self.length + other.length,
            angle: self.angle + other.angle,
        }
    }

    /// The same as a part of a value.
    pub fn piece(self) -> Piece {
        match self {
            Self { percent: 0.0, length: 0.0, angle: 0.0, number } => Piece::Number(number),
            Self { number: 0.0, length: 0.0, angle: 0.0, percent } => Piece::Percent(percent),
            Self { number: 0.0, percent: 0.0, angle: 0.0, length } => Piece::Length(length),
            Self { number: 0.0, percent: 0.0, length: 0.0, angle } => Piece::Angle(angle),
            Self { length, .. } => Piece::Mixed(length),
        }
    }
}
