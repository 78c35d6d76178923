//! Pictures in a file: with their alternative texts, or marked as decoration.
//!
//! In: a picture of the site. Out: a drawing of the text, and the file of the picture. A drawing (SVG) stands in an extension that newer
//! programs read; older ones show a picture of points in its place. One with letters has none, and they show nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use anyhow::Result;

use super::TEXT_WIDTH;
use super::raster::Drawing;
use super::writer::Writer;
use crate::formats::Pictures;
use crate::image::PictureKind;
use crate::xml;

/// What the data of a drawing that is a picture are.
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// Extensions: the id, the prefix and the namespace.
const DECORATIVE: (&str, &str, &str) = (
    "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
    "xmlns:adec",
    "http://schemas.microsoft.com/office/drawing/2017/decorative",
);
const SVG: (&str, &str, &str) = (
    "{96DAC541-7B7A-43D3-8B79-37D633B846F1}",
    "xmlns:asvg",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
);

/// English Metric Units: those of a point of a screen, and of a twentieth of a point.
const OF_PIXEL: f32 = 9525.0;
const OF_TWENTIETH: f32 = 635.0;

/// How wide a picture that stands for a word is shown, in points of a screen.
const CONCEPT_WIDTH: f32 = 190.0;

/// The highest picture, in points of a screen: two thirds of a page.
const MOST_HEIGHT: f32 = 620.0;

/// So many points of the picture there are for each of a screen.
const DENSITY: f32 = 2.0;

/// A picture as files have it.
pub struct Print {
    kind: PictureKind,
    bytes: Vec<u8>,
    /// What programs show that do not know the kind.
    points: Option<Vec<u8>>,
    size: (f32, f32),
}

/// The pictures of the site, each made ready once for all files.
#[derive(Clone, Copy)]
pub struct Shelf<'a> {
    pub pictures: &'a Pictures,
    pub ready: &'a Prints,
}

/// Pictures that are ready, and those that cannot be read.
pub type Prints = Mutex<BTreeMap<Key, Option<Arc<Print>>>>;

/// A picture of the site by its path, and whether it stands for a word: such a one is shown smaller.
type Key = (Box<str>, bool);

/// The pictures of a file.
#[derive(Default)]
pub struct Embedded {
    /// The names of the files, with their bytes.
    files: BTreeMap<Key, (usize, Arc<Print>)>,
    /// How many times pictures are shown.
    shown: usize,
    /// Whether one of them is not shown by every program.
    pub has_unprinted: bool,
}

impl Shelf<'_> {
    /// A picture that is ready; none where it has no size that programs could show it in.
    ///
    /// # Errors
    /// When it cannot be read.
    fn get(&self, key: &Key) -> Result<Option<Arc<Print>>> {
        let Some(picture) = self.pictures.get(&key.0) else { return Ok(None) };
        if let Some(known) = self.ready.lock().ok().and_then(|prints| prints.get(key).cloned()) {
            return Ok(known);
        }
        let print = print(picture.kind, picture.bytes()?, key.1).map(Arc::new);
        if let Ok(mut prints) = self.ready.lock() {
            prints.insert(key.clone(), print.clone());
        }
        Ok(print)
    }
}

fn print(kind: PictureKind, bytes: Vec<u8>, is_concept: bool) -> Option<Print> {
    if kind == PictureKind::Svg {
        let drawing = Drawing::of_svg(&bytes)?;
        let size = drawing.size();
        let points = drawing.png(shown(size, is_concept).0 * DENSITY);
        return Some(Print { kind, bytes, points, size });
    }
    let sides = imagesize::blob_size(&bytes).ok()?;
    let size = (sides.width as f32, sides.height as f32);
    let drawn = || Drawing::of_picture(bytes.clone(), (sides.width as u32, sides.height as u32))?.png(size.0);
    match if kind == PictureKind::Webp { drawn() } else { None } {
        Some(png) => Some(Print { kind: PictureKind::Png, bytes: png, points: None, size }),
        None => Some(Print { kind, bytes, points: None, size }),
    }
}

/// How large a picture is shown, in points of a screen.
fn shown((width, height): (f32, f32), is_concept: bool) -> (f32, f32) {
    let room = TEXT_WIDTH as f32 * OF_TWENTIETH / OF_PIXEL;
    let wanted = if is_concept { CONCEPT_WIDTH } else { width.min(room) };
    let scale = (wanted / width).min(MOST_HEIGHT / height);
    (width * scale, height * scale)
}

impl Writer<'_> {
    /// Shows a picture; `false` where there is none. One without an alternative text is decoration.
    pub fn embed(&mut self, path: &str, alternative: &str, is_concept: bool) -> bool {
        let key = (path.into(), is_concept);
        let print = match self.shelf.get(&key) {
            Ok(Some(print)) => print,
            Ok(None) => return false,
            Err(error) => {
                self.failure.get_or_insert(error);
                return false;
            }
        };
        let count = self.embedded.files.len() + 1;
        let (number, _) = *self.embedded.files.entry(key).or_insert_with(|| (count, print.clone()));
        self.embedded.shown += 1;
        self.embedded.has_unprinted |=
            print.points.is_none() && matches!(print.kind, PictureKind::Svg | PictureKind::Webp);
        let main = self.relations().id("image", &file_name(number, print.kind));
        let points = print
            .points
            .is_some()
            .then(|| self.relations().id("image", &file_name(number, PictureKind::Png)));
        let (width, height) = shown(print.size, is_concept);
        let units = |side: f32| ((side * OF_PIXEL) as u64).max(1).to_string();
        let drawing = Drawn {
            id: self.embedded.shown.to_string(),
            name: path.rsplit('/').next().unwrap_or(path),
            alternative,
            main: points.as_deref().unwrap_or(&main),
            svg: (print.kind == PictureKind::Svg).then_some(&*main),
            width: units(width),
            height: units(height),
        };
        self.element(|out| drawing.write(out));
        true
    }
}

/// A picture where it is shown.
struct Drawn<'d> {
    id: String,
    name: &'d str,
    alternative: &'d str,
    /// The relation to the picture that every program shows.
    main: &'d str,
    /// That to the drawing.
    svg: Option<&'d str>,
    width: String,
    height: String,
}

impl Drawn<'_> {
    fn write(&self, out: &mut xml::Writer) {
        let named = [("id", self.id.as_str()), ("name", self.name), ("descr", self.alternative)];
        let sides = [("cx", self.width.as_str()), ("cy", &self.height)];
        out.open("w:drawing", &[]);
        out.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        out.empty("wp:extent", &sides);
        if self.alternative.is_empty() {
            out.open("wp:docPr", &named);
            extension(out, DECORATIVE, "adec:decorative", &[("val", "1")]);
            out.close("wp:docPr");
        } else {
            out.empty("wp:docPr", &named);
        }
        out.open("wp:cNvGraphicFramePr", &[]);
        out.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]);
        out.close("wp:cNvGraphicFramePr");
        out.open("a:graphic", &[]);
        out.open("a:graphicData", &[("uri", PICTURE)]);
        out.open("pic:pic", &[]);
        out.open("pic:nvPicPr", &[]);
        out.empty("pic:cNvPr", &named);
        out.empty("pic:cNvPicPr", &[]);
        out.close("pic:nvPicPr");
        out.open("pic:blipFill", &[]);
        match self.svg {
            None => out.empty("a:blip", &[("r:embed", self.main)]),
            Some(svg) => {
                out.open("a:blip", &[("r:embed", self.main)]);
                extension(out, SVG, "asvg:svgBlip", &[("r:embed", svg)]);
                out.close("a:blip");
            }
        }
        out.open("a:stretch", &[]);
        out.empty("a:fillRect", &[]);
        out.close("a:stretch");
        out.close("pic:blipFill");
        out.open("pic:spPr", &[]);
        out.open("a:xfrm", &[]);
        out.empty("a:off", &[("x", "0"), ("y", "0")]);
        out.empty("a:ext", &sides);
        out.close("a:xfrm");
        out.open("a:prstGeom", &[("prst", "rect")]);
        out.empty("a:avLst", &[]);
        out.close("a:prstGeom");
        out.close("pic:spPr");
        out.close("pic:pic");
        out.close("a:graphicData");
        out.close("a:graphic");
        out.close("wp:inline");
        out.close("w:drawing");
    }
}

/// Writes an element of later years, which older programs skip.
fn extension(
    out: &mut xml::Writer,
    (uri, prefix, space): (&str, &str, &str),
    name: &str,
    attributes: &[(&str, &str)],
) {
    let mut all = vec![(prefix, space)];
    all.extend_from_slice(attributes);
    out.open("a:extLst", &[]);
    out.open("a:ext", &[("uri", uri)]);
    out.empty(name, &all);
    out.close("a:ext");
    out.close("a:extLst");
}

impl Embedded {
    /// The files of the pictures, by their names in the folder of the text.
    pub fn into_files(self) -> Vec<(String, PictureKind, Vec<u8>)> {
        let mut files = Vec::new();
        for (number, print) in self.files.into_values() {
            let main = (file_name(number, print.kind), print.kind, print.bytes.clone());
            let points = print
                .points
                .clone()
                .map(|points| (file_name(number, PictureKind::Png), PictureKind::Png, points));
            files.extend([Some(main), points].into_iter().flatten());
        }
        files.sort_by(|one, other| one.0.cmp(&other.0));
        files
    }
}

fn file_name(number: usize, kind: PictureKind) -> String {
    format!("media/picture{number}.{}", kind.ending())
}
