//! What transformations leave to be seen of an element.
//!
//! In: the parts of a value of `transform`, `rotate` or `scale`. Out: how its plane lies before the reader.

use super::pieces::Piece::{self, Angle, Function, Number, Percent, Word};

/// A matrix without what it moves, by rows.
type Matrix = [[f32; 3]; 3];

const STILL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// How an element lies before its reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Plane(Matrix);

impl Plane {
    /// What a declaration makes of an element, if it transforms it.
    pub fn of(property: &str, pieces: &[Piece]) -> Option<Self> {
        let matrix = match property {
            "transform" => pieces.iter().fold(STILL, |so_far, piece| times(so_far, function(piece))),
            "rotate" => rotated(pieces),
            "scale" => function(&Function("scale".to_owned(), pieces.to_vec())),
            _ => return None,
        };
        Some(Self(matrix))
    }

    /// Whether nothing, or hardly anything, of it is seen in some direction.
    pub fn is_thin(self) -> bool {
        let [[a, b, _], [c, d, _], _] = self.0;
        let squares = a * a + b * b + c * c + d * d;
        let area = self.area().abs();
        let longest = ((squares + (squares * squares - 4.0 * area * area).max(0.0).sqrt()) / 2.0).sqrt();
        longest < THIN || area / longest < THIN
    }

    /// Whether its back is turned to the reader.
    pub fn is_turned(self) -> bool {
        let [[a, b, c], [d, e, f], [g, h, i]] = self.0;
        let volume = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
        self.area() * volume < 0.0
    }

    fn area(self) -> f32 {
        let [[a, b, _], [c, d, _], _] = self.0;
        a * d - b * c
    }
}

/// Letters of a tenth of their size are not read.
const THIN: f32 = 0.1;

fn times(a: Matrix, b: Matrix) -> Matrix {
    let [first, second, third] = b;
    a.map(|[x, y, z]| {
        let mut row = [0.0; 3];
        for (cell, ((p, q), r)) in row.iter_mut().zip(first.iter().zip(second).zip(third)) {
            *cell = x * p + y * q + z * r;
        }
        row
    })
}

/// The matrix of a function; that of one which cannot be read, or which only moves, changes nothing.
fn function(piece: &Piece) -> Matrix {
    let Function(name, inner) = piece else { return STILL };
    let numbers: Vec<f32> = inner
        .iter()
        .filter_map(|piece| match piece {
            Number(number) => Some(*number),
            Percent(of) => Some(of / 100.0),
            Angle(angle) => Some(angle.to_radians()),
            _ => None,
        })
        .collect();
    match (name.as_str(), numbers.as_slice()) {
        ("scale", [both]) => scaled(*both, *both, 1.0),
        ("scale", [x, y]) => scaled(*x, *y, 1.0),
        ("scale" | "scale3d", [x, y, z]) => scaled(*x, *y, *z),
        ("scalex", [x]) => scaled(*x, 1.0, 1.0),
        ("scaley", [y]) => scaled(1.0, *y, 1.0),
        ("rotate" | "rotatez", [angle]) => around([0.0, 0.0, 1.0], *angle),
        ("rotatex", [angle]) => around([1.0, 0.0, 0.0], *angle),
        ("rotatey", [angle]) => around([0.0, 1.0, 0.0], *angle),
        ("rotate3d", [x, y, z, angle]) => around([*x, *y, *z], *angle),
        ("skew" | "skewx", [x]) => skewed(*x, 0.0),
        ("skew", [x, y]) => skewed(*x, *y),
        ("skewy", [y]) => skewed(0.0, *y),
        ("matrix", [a, b, c, d, ..]) => [[*a, *c, 0.0], [*b, *d, 0.0], [0.0, 0.0, 1.0]],
        ("matrix3d", [a, b, c, _, d, e, f, _, g, h, i, ..]) => [[*a, *d, *g], [*b, *e, *h], [*c, *f, *i]],
        _ => STILL,
    }
}

/// The value of `rotate`: an angle, with an axis before or behind it.
fn rotated(pieces: &[Piece]) -> Matrix {
    let Some(angle) =
        pieces.iter().find_map(|piece| if let Angle(angle) = piece { Some(*angle) } else { None })
    else {
        return STILL;
    };
    let says = |axis: &str| pieces.iter().any(|piece| matches!(piece, Word(word) if word == axis));
    let numbers: Vec<f32> = pieces
        .iter()
        .filter_map(|piece| if let Number(number) = piece { Some(*number) } else { None })
        .collect();
    let axis = match numbers.as_slice() {
        [x, y, z] => [*x, *y, *z],
        _ if says("x") => [1.0, 0.0, 0.0],
        _ if says("y") => [0.0, 1.0, 0.0],
        _ => [0.0, 0.0, 1.0],
    };
    around(axis, angle.to_radians())
}

fn scaled(x: f32, y: f32, z: f32) -> Matrix {
    [[x, 0.0, 0.0], [0.0, y, 0.0], [0.0, 0.0, z]]
}

fn skewed(x: f32, y: f32) -> Matrix {
    [[1.0, x.tan(), 0.0], [y.tan(), 1.0, 0.0], [0.0, 0.0, 1.0]]
}

fn around([x, y, z]: [f32; 3], angle: f32) -> Matrix {
    let length = (x * x + y * y + z * z).sqrt();
    if length == 0.0 {
        return STILL;
    }
    let (x, y, z) = (x / length, y / length, z / length);
    let (sin, cos) = angle.sin_cos();
    let rest = 1.0 - cos;
    [
        [cos + x * x * rest, x * y * rest - z * sin, x * z * rest + y * sin],
        [y * x * rest + z * sin, cos + y * y * rest, y * z * rest - x * sin],
        [z * x * rest - y * sin, z * y * rest + x * sin, cos + z * z * rest],
    ]
}
