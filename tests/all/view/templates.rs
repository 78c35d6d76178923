//! Reads the paths of variables in templates, as far as our templates go, and holds them against a view.
//!
//! In: a template and the view that it gets. Out: the fields that are read, and what is none. Refused: tags that this
//! reader does not know.

use std::collections::BTreeSet;

use super::model::{Form, Model};

/// What was read so far.
pub struct Reading<'m> {
    model: &'m Model,
    text_of: &'m dyn Fn(&str) -> String,
    /// The fields that some template reads: struct and field.
    pub used: BTreeSet<(String, String)>,
    /// The labels that some template prints, and whether it gives them arguments.
    pub labels: BTreeSet<(String, bool)>,
    /// The templates that were read.
    pub seen: BTreeSet<String>,
    /// What is wrong, with its place.
    pub wrong: Vec<String>,
}

/// The variables that a template sees; the last of a name counts. Of some it is not known what they are.
type Scope = Vec<(String, Option<Form>)>;

/// One expression.
struct Expression<'e> {
    tokens: Vec<Token<'e>>,
    /// The template, and the line.
    place: (&'e str, usize),
    view: &'e str,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'e> {
    Name(&'e str),
    Words(&'e str),
    Number,
    Mark(&'e str),
}

/// Words that are no variables.
const KEYWORDS: [&str; 9] = ["and", "or", "not", "in", "is", "if", "else", "true", "false"];

impl<'m> Reading<'m> {
    /// Nothing yet. `text_of` gives the text of a template.
    pub fn new(model: &'m Model, text_of: &'m dyn Fn(&str) -> String) -> Self {
        Self {
            model,
            text_of,
            used: BTreeSet::new(),
            labels: BTreeSet::new(),
            seen: BTreeSet::new(),
            wrong: Vec::new(),
        }
    }

    /// Reads a template that gets a view.
    pub fn read(&mut self, name: &str, view: &str) {
        // The desk's views have the labels among their fields; other templates get them beside their view.
        let mut scope = if name.starts_with("desk/") {
            Vec::new()
        } else {
            vec![("labels".to_owned(), Some(Form::Labels))]
        };
        self.template(name, view, &mut scope);
    }

    fn template(&mut self, name: &str, view: &str, scope: &mut Scope) {
        self.seen.insert(name.to_owned());
        let text = (self.text_of)(name);
        let (mut line, mut rest) = (1, text.as_str());
        let mut loops = Vec::new();
        while let Some(start) = rest.find('{') {
            line += rest[..start].matches('\n').count();
            rest = &rest[start..];
            let Some(end) = ["{{", "{%", "{#"].iter().position(|open| rest.starts_with(open)) else {
                rest = &rest[1..];
                continue;
            };
            let close = ["}}", "%}", "#}"][end];
            let length = rest.find(close).unwrap_or_else(|| panic!("{name}:{line}: “{close}” is missing"));
            let inside = rest[2..length].trim_matches('-').trim();
            let place = (name, line);
            match end {
                0 => drop(self.expression(inside, place, view, scope)),
                1 => self.tag(inside, place, view, scope, &mut loops),
                _ => {}
            }
            line += rest[..length].matches('\n').count();
            rest = &rest[length + 2..];
        }
    }

    fn tag(
        &mut self,
        tag: &str,
        place: (&str, usize),
        view: &str,
        scope: &mut Scope,
        loops: &mut Vec<usize>,
    ) {
        let (word, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        match word {
            "if" | "elif" => drop(self.expression(rest, place, view, scope)),
            "else" | "endif" | "block" | "endblock" => {}
            "extends" | "include" => self.template(rest.trim().trim_matches('"'), view, scope),
            "for" => {
                let (variable, list) = rest.split_once(" in ").expect("a list");
                let item = match self.expression(list, place, view, scope).map(bare) {
                    Some(Form::List(item)) => Some(*item),
                    Some(_) => {
                        self.wrong.push(format!("{}:{}: `{}` is no list", place.0, place.1, list.trim()));
                        None
                    }
                    None => None,
                };
                loops.push(scope.len());
                scope.push(("loop".to_owned(), None));
                scope.push((variable.trim().to_owned(), item));
            }
            "endfor" => scope.truncate(loops.pop().expect("a loop")),
            "set" => {
                let (variable, value) = rest.split_once('=').expect("a value");
                let value = self.expression(value, place, view, scope);
                scope.push((variable.trim().to_owned(), value));
            }
            other => panic!("{}:{}: this test cannot read “{other}” yet", place.0, place.1),
        }
    }

    /// Reads all paths of an expression; gives what it is when it is nothing but one path.
    fn expression(&mut self, text: &str, place: (&str, usize), view: &str, scope: &Scope) -> Option<Form> {
        let expression = Expression { tokens: tokens(text), place, view };
        for call in expression.tokens.windows(5) {
            if let [
                Token::Name("label"),
                Token::Mark("("),
                Token::Name("key"),
                Token::Mark("="),
                Token::Words(key),
            ] = call
            {
                self.labels.insert(((*key).to_owned(), true));
            }
        }
        let (mut at, mut form) = (0, None);
        while at < expression.tokens.len() {
            let start = at;
            form = self.value(&expression, &mut at, scope);
            if at == start {
                at += 1;
            }
            if start > 0 || at < expression.tokens.len() {
                form = None;
            }
        }
        form
    }

    /// Reads the path that begins at a token, if one does.
    fn value(&mut self, expression: &Expression<'_>, at: &mut usize, scope: &Scope) -> Option<Form> {
        let tokens = &expression.tokens;
        let before = at.checked_sub(1).map(|before| tokens[before]);
        let after = tokens.get(*at + 1).copied();
        let Token::Name(name) = tokens[*at] else { return None };
        let names_no_variable = KEYWORDS.contains(&name)
            || matches!(before, Some(Token::Mark("|") | Token::Name("is")))
            || matches!(after, Some(Token::Mark("(" | "=")));
        if names_no_variable {
            return None;
        }
        *at += 1;
        let mut path = name.to_owned();
        let variable = scope.iter().rev().find(|(variable, _)| variable == name);
        let mut form = match variable {
            Some((_, form)) => form.clone(),
            None => self.field(expression.view, name),
        };
        let is_known = variable.is_some() || form.is_some();
        loop {
            let (step, length) = match tokens[*at..] {
                [Token::Mark("."), Token::Name(field), ..] => (Some(field), 2),
                [Token::Mark("["), Token::Words(field), Token::Mark("]"), ..] => (Some(field), 3),
                [Token::Mark("["), Token::Number, Token::Mark("]"), ..] => (None, 3),
                [Token::Mark("["), ..] => {
                    let close = tokens[*at..].iter().position(|token| *token == Token::Mark("]")).expect("]");
                    let mut inside = *at + 1;
                    self.value(expression, &mut inside, scope);
                    (None, close + 1)
                }
                _ => break,
            };
            *at += length;
            let of = form.take().map(bare);
            match step {
                Some(step) => {
                    path.push('.');
                    path.push_str(step);
                    form = self.step(expression, &path, of, step);
                }
                None => form = of.and_then(|of| if let Form::List(item) = of { Some(*item) } else { None }),
            }
        }
        if !is_known {
            let (name, line) = expression.place;
            let view = expression.view;
            self.wrong.push(format!("{name}:{line}: `{path}` is neither a field of {view} nor a variable"));
        }
        form
    }

    /// What a step of a path leads to.
    fn step(
        &mut self,
        expression: &Expression<'_>,
        path: &str,
        of: Option<Form>,
        step: &str,
    ) -> Option<Form> {
        let what = match of? {
            Form::Labels => {
                self.labels.insert((step.to_owned(), false));
                return None;
            }
            Form::Struct(of) => match self.field(&of, step) {
                Some(form) => return Some(form),
                None => of,
            },
            // What stands there, authors say.
            Form::Single(form) if form == "Extra" => return None,
            Form::Single(form) => form,
            Form::List(_) | Form::Optional(_) => "a list".to_owned(),
        };
        let (name, line) = expression.place;
        self.wrong.push(format!("{name}:{line}: `{path}`: {what} has no field `{step}`"));
        None
    }

    /// A field of a struct, which is now read.
    fn field(&mut self, of: &str, name: &str) -> Option<Form> {
        let (owner, field) = self.model.field(of, name)?;
        self.used.insert((owner.to_owned(), name.to_owned()));
        // What stands among the fields of another is read with any of them.
        let flat = self.model.types[of].fields.iter().find(|field| field.flat);
        if let Some(flat) = flat.filter(|_| owner != of) {
            self.used.insert((of.to_owned(), flat.name.clone()));
        }
        Some(field.form.clone())
    }
}

/// What is there when it is not missing.
fn bare(form: Form) -> Form {
    match form {
        Form::Optional(inside) => *inside,
        form => form,
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => {
                let end = rest[1..].find(first).expect("the end of a string");
                tokens.push(Token::Words(&rest[1..=end]));
                end + 2
            }
            _ if first.is_alphabetic() || first == '_' => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(Token::Name(&rest[..end]));
                end
            }
            _ if first.is_ascii_digit() => {
                tokens.push(Token::Number);
                rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
            }
            _ => {
                let length = if ["==", "!=", "<=", ">="].iter().any(|mark| rest.starts_with(mark)) {
                    2
                } else {
                    first.len_utf8()
                };
                tokens.push(Token::Mark(&rest[..length]));
                length
            }
        };
        rest = rest[length..].trim_start();
    }
    tokens
}
