//! The types of `src/view/` as their source says them.
//!
//! In: the sources. Out: views with their templates, structs with their fields, forms of text. Refused, with the place:
//! a field without a comment or with a type or an attribute that the reference could not explain.

use std::collections::BTreeMap;
use std::path::Path;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, GenericArgument, Ident, Item, LitStr, PathArguments, Token, Type};

/// All of it.
pub struct Model {
    /// The views in their order.
    pub views: Vec<View>,
    /// The structs by their names.
    pub types: BTreeMap<String, Struct>,
    /// The forms of single values, in their order: names and comments.
    pub forms: Vec<(String, String)>,
}

/// What some templates read.
pub struct View {
    pub name: String,
    pub templates: Vec<String>,
}

/// A struct.
pub struct Struct {
    pub doc: String,
    pub fields: Vec<Field>,
}

/// A field of a struct.
pub struct Field {
    pub name: String,
    pub doc: String,
    pub form: Form,
    /// Its own fields stand among those of the struct.
    pub flat: bool,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// Text of some form, HTML, a number, a truth value.
    Single(String),
    /// The labels of a language.
    Labels,
    /// Something that may be missing.
    Optional(Box<Form>),
    List(Box<Form>),
    Struct(String),
}

impl Model {
    /// Reads `view.rs` and `view/`.
    pub fn read(src: &Path) -> Self {
        let mut model = Self { views: Vec::new(), types: BTreeMap::new(), forms: Vec::new() };
        let mut files: Vec<_> =
            std::fs::read_dir(src.join("view")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.insert(0, src.join("view.rs"));
        let parsed: Vec<syn::File> = files
            .iter()
            .map(|file| {
                let text = std::fs::read_to_string(file).unwrap();
                syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
            })
            .collect();
        let items = || parsed.iter().flat_map(|file| &file.items);
        // A tuple struct is a form of its own: HTML.
        for item in items() {
            match item {
                Item::Type(alias) => {
                    model.forms.push((alias.ident.to_string(), doc(&alias.attrs, &alias.ident)))
                }
                Item::Struct(item) if matches!(item.fields, Fields::Unnamed(_)) => {
                    model.forms.push((item.ident.to_string(), doc(&item.attrs, &item.ident)));
                }
                _ => {}
            }
        }
        for item in items() {
            match item {
                Item::Struct(item) => model.add(item),
                Item::Macro(item) if item.mac.path.is_ident("views") => {
                    let views = item.mac.parse_body_with(Punctuated::<View, Token![;]>::parse_terminated);
                    model.views.extend(views.unwrap());
                }
                _ => {}
            }
        }
        model
    }

    fn add(&mut self, item: &syn::ItemStruct) {
        let Fields::Named(fields) = &item.fields else { return };
        let fields = fields.named.iter().map(|field| {
            let name = field.ident.as_ref().unwrap();
            Field {
                doc: doc(&field.attrs, name),
                flat: is_flat(&field.attrs, name),
                form: self.form(&field.ty),
                name: name.to_string(),
            }
        });
        let read = Struct { fields: fields.collect(), doc: doc(&item.attrs, &item.ident) };
        let before = self.types.insert(item.ident.to_string(), read);
        assert!(before.is_none(), "two structs of src/view/ are called {}", item.ident);
    }

    fn form(&self, of: &Type) -> Form {
        let Type::Path(path) = of else {
            panic!("a field of src/view/ has a type that templates do not know")
        };
        let last = path.path.segments.last().unwrap();
        let inside = || match &last.arguments {
            PathArguments::AngleBracketed(given) => match given.args.first() {
                Some(GenericArgument::Type(inside)) => Box::new(self.form(inside)),
                _ => panic!("{} of nothing", last.ident),
            },
            _ => panic!("{} of nothing", last.ident),
        };
        match last.ident.to_string().as_str() {
            "Option" => Form::Optional(inside()),
            "Vec" => Form::List(inside()),
            "usize" | "u8" => Form::Single("Number".to_owned()),
            "bool" => Form::Single("Flag".to_owned()),
            "Labels" => Form::Labels,
            name if self.forms.iter().any(|(form, _)| form == name) => Form::Single(name.to_owned()),
            "String" | "str" => panic!("say with an alias of src/view.rs what the text of a field is"),
            name => Form::Struct(name.to_owned()),
        }
    }

    /// The field of a struct and the struct that declares it, also where the fields of another stand among its own.
    pub fn field(&self, of: &str, name: &str) -> Option<(&str, &Field)> {
        let (owner, read) = self.types.get_key_value(of)?;
        let own = read.fields.iter().find(|field| field.name == name && !field.flat);
        own.map(|field| (owner.as_str(), field)).or_else(|| {
            read.fields.iter().filter(|field| field.flat).find_map(|field| match &field.form {
                Form::Struct(inside) => self.field(inside, name),
                _ => None,
            })
        })
    }
}

/// `Glossary => "glossary.html", "other.html"`.
impl Parse for View {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: Ident = input.parse()?;
        input.parse::<Token![=>]>()?;
        let templates = Punctuated::<LitStr, Token![,]>::parse_separated_nonempty(input)?;
        Ok(Self { name: name.to_string(), templates: templates.iter().map(LitStr::value).collect() })
    }
}

/// The comment of an item in one line.
fn doc(attributes: &[Attribute], of: &Ident) -> String {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).map(|attribute| {
        let syn::Meta::NameValue(pair) = &attribute.meta else { panic!("the comment of {of}") };
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(line), .. }) = &pair.value else {
            panic!("the comment of {of}")
        };
        line.value().trim().to_owned()
    });
    let doc = lines.collect::<Vec<_>>().join(" ");
    assert!(
        doc.ends_with('.') || doc.ends_with('`'),
        "src/view/ must say in a sentence what {of} is: “{doc}”"
    );
    doc
}

/// Whether the fields of a field stand among those of its struct; other attributes would change what templates read.
fn is_flat(attributes: &[Attribute], of: &Ident) -> bool {
    let mut others = attributes.iter().filter(|attribute| !attribute.path().is_ident("doc"));
    let Some(attribute) = others.next() else { return false };
    let mut flat = false;
    attribute
        .parse_nested_meta(|meta| {
            flat = meta.path.is_ident("flatten");
            Ok(())
        })
        .unwrap();
    assert!(flat && others.next().is_none(), "the reference cannot explain the attribute of {of}");
    flat
}
