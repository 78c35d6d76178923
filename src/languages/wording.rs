//! Labels that only put words together: text, the values given to them, and a choice by an exact number.
//!
//! In: a Fluent pattern. Out: its parts, written one after the other without Fluent, which looks everything up anew
//! each time. Left to Fluent: plural categories, references to other labels, functions.

use std::fmt::Write as _;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use super::Argument;

/// The parts of a label in order.
#[derive(Debug)]
pub(super) struct Wording(Box<[Segment]>);

#[derive(Debug)]
enum Segment {
    Words(Box<str>),
    /// The argument of this name.
    Argument(Box<str>),
    Choice(Choice),
}

/// What is said for some numbers of an argument, and otherwise.
#[derive(Debug)]
struct Choice {
    argument: Box<str>,
    exact: Vec<(u64, Wording)>,
    otherwise: Wording,
}

impl Wording {
    /// Takes a pattern apart; `None` when it needs Fluent.
    pub fn of(pattern: &Pattern<&str>) -> Option<Self> {
        pattern.elements.iter().map(part).collect::<Option<_>>().map(Self)
    }

    /// Writes the words; `None` when an argument is missing.
    pub fn write(&self, arguments: &[(&str, Argument<'_>)], out: &mut String) -> Option<()> {
        let find =
            |wanted: &str| arguments.iter().find(|(name, _)| *name == wanted).map(|(_, argument)| argument);
        for part in &self.0 {
            match part {
                Segment::Words(words) => out.push_str(words),
                Segment::Argument(name) => match find(name)? {
                    Argument::Number(number) => write!(out, "{number}").ok()?,
                    Argument::Words(words) => out.push_str(words),
                },
                Segment::Choice(choice) => {
                    let chosen = match find(&choice.argument)? {
                        Argument::Number(number) => choice.exact.iter().find(|(exact, _)| exact == number),
                        Argument::Words(_) => None,
                    };
                    chosen.map_or(&choice.otherwise, |(_, wording)| wording).write(arguments, out)?;
                }
            }
        }
        Some(())
    }
}

fn part(element: &PatternElement<&str>) -> Option<Segment> {
    let expression = match element {
        PatternElement::TextElement { value } => return Some(Segment::Words((*value).into())),
        PatternElement::Placeable { expression } => expression,
    };
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Some(Segment::Argument(id.name.into()))
        }
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let (otherwise, exact): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.default);
            Some(Segment::Choice(Choice {
                argument: id.name.into(),
                exact: exact.into_iter().map(exactly).collect::<Option<_>>()?,
                otherwise: Wording::of(&otherwise.first()?.value)?,
            }))
        }
        _ => None,
    }
}

fn exactly(variant: &Variant<&str>) -> Option<(u64, Wording)> {
    match variant.key {
        VariantKey::NumberLiteral { value } => Some((value.parse().ok()?, Wording::of(&variant.value)?)),
        // A plural category: which numbers it means depends on the language.
        VariantKey::Identifier { .. } => None,
    }
}
