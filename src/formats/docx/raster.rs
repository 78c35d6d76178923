//! Drawings as pictures of points, for programs that do not show drawings.
//!
//! In: a drawing, or a picture of a kind that not every word processor knows, and how wide it is to be. Out: a PNG. Refused: a drawing
//! with letters, as they would be missing; whatever cannot be drawn.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use crate::xml::{self, Visitor};

/// The most points on a side.
const MOST: f32 = 2000.0;

/// A drawing that was read.
pub struct Drawing {
    tree: Tree,
    has_letters: bool,
}

impl Drawing {
    /// Reads a drawing.
    pub fn of_svg(svg: &[u8]) -> Option<Self> {
        let mut letters = Letters(false);
        xml::read(std::str::from_utf8(svg).ok()?, &mut letters).ok()?;
        // A drawing shows itself and nothing else.
        let nothing: ImageHrefResolver<'_> = ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        };
        let options = Options { image_href_resolver: nothing, ..Options::default() };
        Some(Self { tree: Tree::from_data(svg, &options).ok()?, has_letters: letters.0 })
    }

    /// A drawing that holds a picture in WebP, of this size.
    pub fn of_picture(bytes: Vec<u8>, (width, height): (u32, u32)) -> Option<Self> {
        let bytes = Arc::new(bytes);
        let held: ImageHrefResolver<'_> = ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(move |_, _| Some(ImageKind::WEBP(bytes.clone()))),
        };
        let options = Options { image_href_resolver: held, ..Options::default() };
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><image width=\"{width}\" height=\"{height}\" href=\"a\"/></svg>"
        );
        Some(Self { tree: Tree::from_str(&svg, &options).ok()?, has_letters: false })
    }

    /// How wide and high it is.
    pub fn size(&self) -> (f32, f32) {
        (self.tree.size().width(), self.tree.size().height())
    }

    /// The drawing as PNG, so many points wide.
    pub fn png(&self, width: f32) -> Option<Vec<u8>> {
        if self.has_letters {
            return None;
        }
        let (own_width, own_height) = self.size();
        let scale = (width.min(MOST) / own_width).min(MOST / own_height);
        let points = |side: f32| (side * scale).ceil().max(1.0) as u32;
        let mut pixmap = Pixmap::new(points(own_width), points(own_height))?;
        resvg::render(&self.tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        pixmap.encode_png().ok()
    }
}

/// Whether a drawing has letters.
struct Letters(bool);

impl Visitor for Letters {
    fn start(&mut self, name: &str, _: std::ops::Range<usize>) {
        let name = name.rsplit(':').next().unwrap_or_default();
        self.0 |= matches!(name, "text" | "flowRoot");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_points_unless_it_has_letters() {
        let svg = |inside: &str| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">{inside}</svg>")
                .into_bytes()
        };
        let drawing = Drawing::of_svg(&svg("<rect width=\"40\" height=\"20\" fill=\"#c00\"/>")).unwrap();
        assert_eq!(drawing.size(), (40.0, 20.0));
        let png = drawing.png(80.0).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(png, drawing.png(80.0).unwrap());
        assert!(png.len() > Drawing::of_svg(&svg("")).unwrap().png(80.0).unwrap().len() / 2);
        assert!(Drawing::of_svg(&svg("<text>权</text>")).unwrap().png(80.0).is_none());
        assert!(Drawing::of_svg(b"<svg").is_none());
    }
}
