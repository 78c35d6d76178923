"""Things: papers, furniture, buildings, screens, signs. Each is drawn at a place and takes its size."""

import math

from canvas import (
    APRICOT, GLASS, GROUND, INK, MATTER, NO, PAPER, PLUM, STATE, STEEL, STONE, TEAL, UNITED, WOOD, YES, Canvas, trace)

# Signs.


def tick(c: Canvas, x: float, y: float, s: float = 10) -> None:
    d = trace("M", x - s * 0.45, y, "L", x - s * 0.1, y + s * 0.36, "L", x + s * 0.5, y - s * 0.42)
    c.path(d, None, PAPER, s * 0.3 + 2.4)
    c.path(d, None, YES, s * 0.3 + 0.6)


def cross(c: Canvas, x: float, y: float, s: float = 10) -> None:
    h = s * 0.4
    c.path(trace("M", x - h, y - h, "L", x + h, y + h, "M", x - h, y + h, "L", x + h, y - h), None, NO, s * 0.3)


def no(c: Canvas) -> None:
    """The red bar over the whole picture."""
    c.circle(48, 48, 42, None, PAPER, 10)
    c.line(19, 19, 77, 77, stroke=PAPER, width=10)
    c.circle(48, 48, 42, None, NO, 6.5)
    c.line(19, 19, 77, 77, stroke=NO, width=6.5)


def same(c: Canvas, x: float, y: float, s: float = 14) -> None:
    """Two lines of one length: as much here as there."""
    for at in (-1, 1):
        c.line(x - s / 2, y + at * s * 0.3, x + s / 2, y + at * s * 0.3, width=s * 0.3)


def alert(c: Canvas, x: float, y: float, s: float = 14, colour: str = INK) -> None:
    """An exclamation mark, drawn."""
    c.line(x, y - s * 0.5, x, y + s * 0.12, stroke=colour, width=s * 0.22)
    c.circle(x, y + s * 0.46, s * 0.13, colour, None)


def tune(c: Canvas, x: float, y: float, s: float = 10) -> None:
    """A note of music, its stem at (x, y)."""
    c.path(trace("M", x, y, "V", y - s, "Q", x + s * 0.2, y - s * 0.6, x + s * 0.55, y - s * 0.55), None, INK, 2.2)
    c.ellipse(x - s * 0.2, y, s * 0.26, s * 0.2, INK)


def arrow(c: Canvas, x1: float, y1: float, x2: float, y2: float, colour: str = INK, width: float = 3, head: float = 6) -> None:
    angle = math.atan2(y2 - y1, x2 - x1)
    wings = [(x2 - head * math.cos(angle + turn), y2 - head * math.sin(angle + turn)) for turn in (0.6, -0.6)]
    c.path(trace("M", x1, y1, "L", x2, y2, "M", *wings[0], "L", x2, y2, "L", *wings[1]), None, colour, width)


def star(c: Canvas, x: float, y: float, r: float, fill: str = MATTER) -> None:
    xy = []
    for step in range(10):
        far, angle = (r if step % 2 == 0 else r * 0.45), math.pi * (step / 5 - 0.5)
        xy += [x + far * math.cos(angle), y + far * math.sin(angle)]
    c.shape(*xy, fill=fill)


def heart(c: Canvas, x: float, y: float, s: float, fill: str = MATTER) -> None:
    c.path(
        trace(
            "M", x, y + s * 0.9, "C", x - s * 1.6, y - s * 0.1, x - s * 0.8, y - s * 1.1, x, y - s * 0.35, "C", x + s * 0.8,
            y - s * 1.1, x + s * 1.6, y - s * 0.1, x, y + s * 0.9, "Z"),
        fill,
    )


def ask(c: Canvas, x: float, y: float, s: float = 12, colour: str = INK) -> None:
    """A question mark, drawn."""
    c.path(
        trace(
            "M", x - s * 0.25, y - s * 0.25, "A", s * 0.26, s * 0.26, " 0 1 1 ", x + s * 0.1, y + s * 0.02, "Q", x, y + s * 0.1,
            x, y + s * 0.22),
        None,
        colour,
        s * 0.16 + 0.6,
    )
    c.circle(x, y + s * 0.46, s * 0.1 + 0.3, colour, None)


def bulb(c: Canvas, x: float, y: float, r: float = 6, rays: bool = True) -> None:
    c.path(
        trace(
            "M", x - r * 0.45, y + r, "Q", x - r * 0.5, y + r * 0.75, x - r * 0.75, y + r * 0.6, "A", r, r, " 0 1 1 ",
            x + r * 0.75, y + r * 0.6, "Q", x + r * 0.5, y + r * 0.75, x + r * 0.45, y + r, "Z"),
        MATTER,
    )
    c.rect(x - r * 0.45, y + r, r * 0.9, r * 0.6, STEEL)
    if rays:
        for angle in (-90, -150, -30):
            a = math.radians(angle)
            c.line(
                x + math.cos(a) * (r + 2.6), y + math.sin(a) * (r + 2.6), x + math.cos(a) * (r + 5.2), y + math.sin(a) * (r + 5.2)
            )


def bubble(c: Canvas, x: float, y: float, w: float, h: float, tail: tuple[float, float] | None = None, fill: str = PAPER) -> None:
    """A speech bubble whose left upper corner is (x, y); its tail points at a mouth."""
    c.rect(x, y, w, h, fill, rx=min(6, h / 2.4))
    if tail:
        tx, ty = tail
        base = min(max(tx, x + 7), x + w - 7)
        edge = y + h if ty > y + h / 2 else y
        into = -1.2 if edge > y else 1.2
        c.shape(base - 3, edge, tx, ty, base + 3, edge, fill=fill)
        c.line(base - 2.4, edge + into, base + 2.4, edge + into, stroke=fill, width=2.6)


def thought(c: Canvas, x: float, y: float, w: float, h: float, tail: tuple[float, float]) -> None:
    tx, ty = tail
    cx, cy = x + w / 2, y + h / 2
    c.circle(tx + (cx - tx) * 0.12, ty + (cy - ty) * 0.12, 1.6)
    c.circle(tx + (cx - tx) * 0.34, ty + (cy - ty) * 0.34, 2.4)
    c.rect(x, y, w, h, PAPER, rx=h / 2.2)


def talk(c: Canvas, x: float, y: float, w: float, rows: int = 2) -> None:
    """What somebody says: waves, not letters."""
    for row in range(rows):
        c.line(x, y + row * 4, x + w * (1 if row % 2 == 0 else 0.65), y + row * 4)


def sound(c: Canvas, x: float, y: float, way: int = 1, rings: int = 2) -> None:
    for ring in range(rings):
        r = 4 + ring * 4
        c.path(trace("M", x + way * r * 0.75, y - r * 0.7, "Q", x + way * r * 1.35, y, x + way * r * 0.75, y + r * 0.7))


def waves(c: Canvas, x: float, y: float, rings: int = 3, colour: str = INK, step: float = 4) -> None:
    """Radio waves that go up from a point."""
    c.circle(x, y, 1.5, colour, None)
    for ring in range(1, rings + 1):
        r = ring * step
        c.path(trace("M", x - r * 0.75, y - r * 0.66, "A", r, r, " 0 0 1 ", x + r * 0.75, y - r * 0.66), None, colour)


# Papers and books.


def paper(c: Canvas, x: float, y: float, w: float = 14, h: float = 18, kind: str = "lines", fill: str = PAPER) -> None:
    c.rect(x, y, w, h, fill, rx=1)
    left, right = x + w * 0.22, x + w * 0.78
    if kind == "lines":
        rows = max(2, int(h / 4.6))
        for row in range(rows):
            at = y + h * (row + 1) / (rows + 1)
            c.line(left, at, right if row < rows - 1 else x + w * 0.55, at, width=1.5)
    elif kind == "seal":
        for row in (0.2, 0.36, 0.52):
            c.line(left, y + h * row, right, y + h * row, width=1.5)
        c.circle(x + w * 0.5, y + h * 0.76, min(w, h) * 0.16, MATTER)
    elif kind == "tick":
        tick(c, x + w / 2, y + h / 2, min(w, h) * 0.62)
    elif kind == "list":
        for row in (0.22, 0.5, 0.78):
            tick(c, x + w * 0.27, y + h * row, min(w, h) * 0.22)
            c.line(x + w * 0.5, y + h * row, x + w * 0.84, y + h * row, width=1.6)
    elif kind == "todo":
        for row in (0.24, 0.5, 0.76):
            c.circle(x + w * 0.26, y + h * row, 1.5, INK, None)
            c.line(x + w * 0.44, y + h * row, x + w * 0.82, y + h * row, width=1.8)
    elif kind == "easy":
        picture_in_page(c, x + w * 0.12, y + h * 0.1, w * 0.76, h * 0.52)
        c.line(left, y + h * 0.74, right, y + h * 0.74, width=2.2)
        c.line(left, y + h * 0.88, x + w * 0.6, y + h * 0.88, width=2.2)
    elif kind == "chart":
        bars(c, x + w * 0.18, y + h * 0.84, w * 0.64, h * 0.62)
    elif kind == "bulb":
        bulb(c, x + w / 2, y + h * 0.42, min(w, h) * 0.24, rays=False)


def picture_in_page(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A picture within a page: a sun, a house."""
    c.rect(x, y, w, h, GLASS, width=1.4)
    c.circle(x + w * 0.78, y + h * 0.28, h * 0.14, MATTER, None)
    c.shape(x + w * 0.18, y + h * 0.55, x + w * 0.4, y + h * 0.25, x + w * 0.62, y + h * 0.55, fill=APRICOT, width=1.2)
    c.rect(x + w * 0.24, y + h * 0.55, w * 0.32, h * 0.36, PAPER, width=1.2)


def bars(c: Canvas, x: float, base: float, w: float, h: float) -> None:
    for step, (tall, fill) in enumerate(((0.45, TEAL), (0.75, PLUM), (1, MATTER))):
        c.rect(x + w * step / 3 + 0.4, base - h * tall, w / 3 - 1, h * tall, fill, width=1.4)


def open_book(c: Canvas, x: float, y: float, w: float = 30, h: float = 18, fill: str = PAPER, lines: bool = True) -> None:
    """Its middle at the top is (x, y)."""
    half = w / 2
    for side in (-1, 1):
        c.path(
            trace(
                "M", x, y + h * 0.14, "Q", x + side * half * 0.5, y - h * 0.1, x + side * half, y, "V", y + h * 0.86, "Q",
                x + side * half * 0.5, y + h * 0.76, x, y + h, "Z"),
            fill,
        )
        if lines:
            for row in (0.3, 0.5, 0.7):
                c.line(x + side * half * 0.25, y + h * row, x + side * half * 0.75, y + h * (row - 0.05), width=1.5)


def scales(c: Canvas, x: float, y: float, s: float = 10, colour: str = INK, width: float = 2) -> None:
    """Scales that hang level; (x, y) is the middle of the beam."""
    c.path(
        trace("M", x, y - s * 0.25, "V", y + s * 1.1, "M", x - s * 0.5, y + s * 1.1, "H", x + s * 0.5, "M", x - s, y, "H", x + s),
        None, colour, width)
    for side in (-1, 1):
        at = x + side * s
        c.path(trace("M", at, y, "L", at - s * 0.4, y + s * 0.6, "H", at + s * 0.4, "Z"), None, colour, width * 0.8)
        c.path(
            trace("M", at - s * 0.48, y + s * 0.6, "A", s * 0.48, s * 0.4, " 0 0 0 ", at + s * 0.48, y + s * 0.6, "Z"), MATTER,
            colour, width * 0.8)


def law_book(c: Canvas, x: float, y: float, w: float = 24, h: float = 30, sign: str = "scales") -> None:
    c.rect(x, y, w, h, STATE if sign == "scales" else UNITED, rx=2)
    c.rect(x + 1, y + h - 5, w - 2, 4, PAPER, width=1.4)
    c.circle(x + w / 2, y + h * 0.42, w * 0.38, PAPER, width=1.4)
    if sign == "scales":
        scales(c, x + w / 2, y + h * 0.34, w * 0.2, INK, 1.6)
    else:
        globe(c, x + w / 2, y + h * 0.42, w * 0.27)


def rights_card(c: Canvas, x: float, y: float, s: float = 1) -> None:
    """The card everybody has: a free person and a tick on gold. (x, y) is its middle."""
    w, h = 13 * s, 16 * s
    c.rect(x - w / 2, y - h / 2, w, h, MATTER, rx=1.5)
    head, shoulders = y - h * 0.26, y + h * 0.02
    c.circle(x, head, 2 * s, INK, None)
    c.path(trace("M", x - 4.4 * s, head - 1.2 * s, "L", x, shoulders, "L", x + 4.4 * s, head - 1.2 * s), None, INK, 1.7 * s)
    c.line(x, shoulders, x, y + h * 0.2, width=2.6 * s)
    tick(c, x + 2.2 * s, y + h * 0.28, 8 * s)


def pen(c: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    """A pen that writes at (x1, y1)."""
    c.limb([(x1 + (x2 - x1) * 0.2, y1 + (y2 - y1) * 0.2), (x2, y2)], MATTER, 4.4)
    c.line(x1, y1, x1 + (x2 - x1) * 0.18, y1 + (y2 - y1) * 0.18)


# Furniture.


def table(c: Canvas, x: float, y: float, w: float, h: float = 0, fill: str = WOOD, top: float = 5) -> None:
    """A table seen from its side; with h it hides what is behind it, else it has legs."""
    if h:
        h = 101 - y if y + h >= 86 else h
        c.rect(x + 2, y + top - 1, w - 4, h - top + 1, fill)
    else:
        for at in (x + 5, x + w - 5):
            c.line(at, y + top, at, 88, width=3)
    c.rect(x, y, w, top, fill, rx=1.5)


def round_table(c: Canvas, x: float, y: float, rx: float, ry: float, fill: str = WOOD) -> None:
    c.ellipse(x, y + 3, rx, ry, fill)
    c.ellipse(x, y, rx, ry, fill)


def chair(c: Canvas, x: float, y: float, way: int = 1, s: float = 1) -> None:
    """An empty chair; the seat begins at (x, y)."""
    c.path(trace("M", x, y - 16 * s, "V", y + 14 * s, "M", x, y, "H", x + way * 12 * s, "V", y + 14 * s), None, INK, 5)
    c.path(trace("M", x, y - 16 * s, "V", y + 14 * s, "M", x, y, "H", x + way * 12 * s, "V", y + 14 * s), None, WOOD, 2)


def lectern(c: Canvas, x: float, y: float, w: float = 20, h: float = 30, fill: str = WOOD) -> None:
    c.shape(x - w * 0.4, y + 3, x + w * 0.4, y + 3, x + w * 0.32, y + h, x - w * 0.32, y + h, fill=fill)
    c.rect(x - w / 2, y, w, 5, fill, rx=1)


def microphone(c: Canvas, x: float, y: float, base: float) -> None:
    c.line(x, y, x, base)
    c.rect(x - 2, y - 4, 4, 7, STEEL, rx=2)


def board(c: Canvas, x: float, y: float, w: float, h: float, fill: str = PAPER) -> None:
    c.rect(x, y, w, h, fill, rx=1.5)


def box(c: Canvas, x: float, y: float, w: float, h: float, fill: str = WOOD) -> None:
    c.rect(x, y, w, h, fill, rx=1)
    c.line(x + w / 2, y, x + w / 2, y + h * 0.35, width=3)


def floor(c: Canvas, y: float = 88, x1: float = 6, x2: float = 90) -> None:
    c.line(x1, y, x2, y)


# Screens.


def laptop(c: Canvas, x: float, y: float, w: float = 20, h: float = 13, fill: str = GLASS) -> None:
    """A laptop seen from the front: its screen begins at (x, y)."""
    c.rect(x, y, w, h, fill, rx=1.5)
    c.shape(x - 2, y + h + 3, x + 1, y + h, x + w - 1, y + h, x + w + 2, y + h + 3, fill=STEEL)


def screen(c: Canvas, x: float, y: float, w: float, h: float, fill: str = GLASS) -> None:
    c.rect(x, y, w, h, fill, rx=2)
    c.line(x + w / 2, y + h, x + w / 2, y + h + 4, width=4)
    c.line(x + w / 2 - w * 0.2, y + h + 5, x + w / 2 + w * 0.2, y + h + 5, width=3)


def phone(c: Canvas, x: float, y: float, w: float = 8, h: float = 14, fill: str = GLASS) -> None:
    c.rect(x, y, w, h, INK, rx=1.6)
    c.rect(x + w * 0.14, y + h * 0.1, w * 0.72, h * 0.72, fill, None)


def lock(c: Canvas, x: float, y: float, s: float = 12) -> None:
    c.path(
        trace("M", x - s * 0.3, y, "V", y - s * 0.25, "A", s * 0.3, s * 0.3, " 0 0 1 ", x + s * 0.3, y - s * 0.25, "V", y), None,
        INK, max(2, s * 0.14))
    c.rect(x - s * 0.5, y, s, s * 0.72, MATTER, rx=1)
    c.circle(x, y + s * 0.32, s * 0.1, INK, None)


def lens(c: Canvas, x: float, y: float, r: float = 8, way: int = 1, fill: str | None = GLASS) -> None:
    c.limb([(x + way * r * 0.7, y + r * 0.7), (x + way * r * 1.7, y + r * 1.7)], WOOD, 5)
    c.circle(x, y, r, fill, width=2.6)


def mast(c: Canvas, x: float, top: float, base: float, w: float = 14) -> None:
    c.path(trace("M", x - w / 2, base, "L", x, top, "L", x + w / 2, base), None, INK, 2.4)
    high = base - top
    for part in (0.35, 0.62, 0.86):
        half = w / 2 * part
        c.line(x - half, top + high * part, x + half, top + high * part)


# Buildings, flags, land.


def house(c: Canvas, x: float, y: float, w: float = 18, h: float = 14, fill: str = PAPER, roof: str = APRICOT) -> None:
    """Its walls begin at (x, y)."""
    c.rect(x, y, w, h, fill)
    c.shape(x - 2.5, y, x + w / 2, y - w * 0.5, x + w + 2.5, y, fill=roof)
    c.rect(x + w * 0.36, y + h * 0.4, w * 0.28, h * 0.6, WOOD, width=1.5)


def block(
    c: Canvas, x: float, y: float, w: float, h: float, fill: str = STEEL, rows: int = 3, cols: int = 2, door: bool = False
) -> None:
    c.rect(x, y, w, h, fill)
    usable = h * (0.66 if door else 0.9)
    windows = ""
    for row in range(rows):
        for col in range(cols):
            windows += trace("M", x + w * (col + 0.5) / cols - 1.6, y + usable * (row + 0.35) / rows, "h3.2v3.4h-3.2z")
    c.path(windows, PAPER, INK, 1.2)
    if door:
        c.rect(x + w / 2 - 2.6, y + h - 7, 5.2, 7, WOOD, width=1.5)


def capitol(c: Canvas, x: float, y: float, w: float = 50, h: float = 40, fill: str = STEEL) -> None:
    """A government building; (x, y) is the left upper corner of its walls."""
    c.rect(x, y, w, h, fill)
    c.shape(x - 3, y, x + w / 2, y - w * 0.28, x + w + 3, y, fill=fill)
    count = 4
    for column in range(count):
        at = x + w * (column + 0.5) / count
        if abs(at - x - w / 2) > 1:
            c.rect(at - 2, y + 3, 4, h - 3, PAPER, width=1.5)
    c.rect(x + w / 2 - 3.5, y + h - 14, 7, 14, WOOD, width=1.5)
    c.rect(x - 4, y + h, w + 8, 4, fill)


def flag(c: Canvas, x: float, y: float, base: float, kind: str = "disc", w: float = 17, h: float = 11, way: int = 1) -> None:
    """A pole from (x, y) down to `base`. The flags belong to no real country."""
    c.line(x, y, x, base)
    left = x if way > 0 else x - w
    fill = {
        "disc": PLUM,
        "stripes": PAPER,
        "triangle": TEAL,
        "bands": APRICOT,
        "corner": STONE,
        "plain": PAPER,
        "united": UNITED,
    }[kind]
    c.rect(left, y, w, h, fill)
    if kind == "disc":
        c.circle(left + w / 2, y + h / 2, h * 0.26, PAPER, None)
    elif kind == "stripes":
        c.rect(left + w / 3, y + 1, w / 3, h - 2, APRICOT, None)
    elif kind == "triangle":
        c.shape(left + 1, y + 1, left + w * 0.55, y + h / 2, left + 1, y + h - 1, fill=PAPER, stroke=None)
    elif kind == "bands":
        c.rect(left + 1, y + h / 3, w - 2, h / 3, PAPER, None)
    elif kind == "corner":
        c.rect(left + 1, y + 1, w * 0.45, h * 0.48, PAPER, None)
    elif kind == "plain":
        c.shape(left + 1, y + h - 1, left + w - 1, y + 1, left + w - 1, y + h - 1, fill=TEAL, stroke=None)
    elif kind == "united":
        globe(c, left + w / 2, y + h / 2, h * 0.3, PAPER)


def globe(c: Canvas, x: float, y: float, r: float, fill: str = UNITED, land: str = PAPER) -> None:
    c.circle(x, y, r, fill)
    if r < 8:
        thin = 1.2
        c.path(trace("M", x - r, y, "H", x + r, "M", x, y - r, "V", y + r), None, INK, thin)
        c.element("ellipse", None, INK, thin, cx=x, cy=y, rx=r * 0.5, ry=r)
        return
    k = r / 20
    c.path(
        trace(
            "M", x - 13 * k, y - 11 * k, "Q", x - 5 * k, y - 18 * k, x + 1 * k, y - 13 * k, "Q", x - 2 * k, y - 9 * k,
            x - 5 * k, y - 5 * k, "Q", x - 9 * k, y - 2 * k, x - 11 * k, y - 4 * k, "Q", x - 16 * k, y - 6 * k, x - 13 * k,
            y - 11 * k, "Z"),
        land,
        INK,
        1.4,
    )
    c.path(
        trace(
            "M", x - 9 * k, y + 2 * k, "Q", x - 2 * k, y + 2 * k, x - 2 * k, y + 7 * k, "Q", x - 5 * k, y + 12 * k, x - 6 * k,
            y + 16 * k, "Q", x - 11 * k, y + 10 * k, x - 9 * k, y + 2 * k, "Z"),
        land,
        INK,
        1.4,
    )
    c.path(
        trace(
            "M", x + 4 * k, y - 9 * k, "Q", x + 12 * k, y - 15 * k, x + 16 * k, y - 8 * k, "Q", x + 18 * k, y - 2 * k,
            x + 13 * k, y, "Q", x + 13 * k, y + 8 * k, x + 8 * k, y + 12 * k, "Q", x + 4 * k, y + 6 * k, x + 5 * k, y, "Q",
            x + 1 * k, y - 4 * k, x + 4 * k, y - 9 * k, "Z"),
        land,
        INK,
        1.4,
    )


def tree(c: Canvas, x: float, base: float, s: float = 1) -> None:
    c.limb([(x, base), (x, base - 10 * s)], WOOD, 4)
    c.circle(x, base - 15 * s, 7 * s, TEAL)


def bus(c: Canvas, x: float, y: float, w: float = 34, h: float = 20, fill: str = APRICOT) -> None:
    c.rect(x, y, w, h, fill, rx=3)
    for step in range(3):
        c.rect(x + 3 + step * (w - 4) / 3.6, y + 3.5, w / 5, h * 0.36, GLASS, width=1.5)
    c.rect(x + w - 7, y + 3.5, 5, h - 5, GLASS, width=1.5)
    for at in (x + w * 0.24, x + w * 0.72):
        c.circle(at, y + h, 3.6, STEEL)


# Other things.


def calendar(
    c: Canvas, x: float, y: float, w: float = 26, h: float = 26, mark: tuple[int, int] | None = None, sign: str = "dot"
) -> None:
    c.rect(x, y, w, h, PAPER, rx=2)
    c.rect(x, y, w, h * 0.24, STONE, rx=2)
    for at in (0.28, 0.72):
        c.line(x + w * at, y - 2, x + w * at, y + 2.5, width=2.4)
    if sign == "star":
        star(c, x + w / 2, y + h * 0.63, h * 0.27)
        return
    for row in range(3):
        for col in range(4):
            at = (x + w * (col + 0.9) / 4.8, y + h * (0.4 + row * 0.2))
            if mark == (row, col):
                c.circle(*at, h * 0.1 + 1, MATTER, width=1.8)
            else:
                c.circle(*at, max(1, h * 0.035), INK, None)


def coin(c: Canvas, x: float, y: float, r: float = 5) -> None:
    c.circle(x, y, r, MATTER)
    if r > 3.4:
        c.circle(x, y, r * 0.5, None, INK, 1.3)


def note(c: Canvas, x: float, y: float, w: float = 16, h: float = 9) -> None:
    c.rect(x, y, w, h, MATTER, rx=1)
    c.circle(x + w / 2, y + h / 2, h * 0.26, PAPER, width=1.4)
    c.line(x + 2.6, y + h / 2, x + 3.2, y + h / 2, width=1.4)
    c.line(x + w - 3.2, y + h / 2, x + w - 2.6, y + h / 2, width=1.4)


def wrench(c: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    angle = math.atan2(y2 - y1, x2 - x1)
    c.limb([(x1, y1), (x2, y2)], STEEL, 4.4)
    for turn in (0.9, -0.9):
        c.line(x2, y2, x2 + 5 * math.cos(angle + turn), y2 + 5 * math.sin(angle + turn), width=3.4)


def toolbox(c: Canvas, x: float, y: float, w: float = 20, h: float = 12) -> None:
    c.path(trace("M", x + w * 0.3, y, "V", y - 4, "H", x + w * 0.7, "V", y), None, INK, 2.4)
    c.rect(x, y, w, h, MATTER, rx=1.5)
    c.line(x, y + h * 0.4, x + w, y + h * 0.4, width=1.6)
    c.rect(x + w / 2 - 2, y + h * 0.28, 4, 4, STEEL, width=1.4)


def gear(c: Canvas, x: float, y: float, r: float = 8, fill: str = STEEL) -> None:
    for step in range(8):
        a = math.pi * step / 4
        c.line(
            x + math.cos(a) * r * 0.8, y + math.sin(a) * r * 0.8, x + math.cos(a) * (r + 1.6), y + math.sin(a) * (r + 1.6),
            width=5)
    c.circle(x, y, r, fill)
    c.circle(x, y, r * 0.36, GROUND)


def megaphone(c: Canvas, x: float, y: float, s: float = 1, way: int = 1) -> None:
    """Its mouthpiece is at (x, y)."""
    c.shape(x, y - 2.5 * s, x + way * 15 * s, y - 8 * s, x + way * 15 * s, y + 8 * s, x, y + 2.5 * s, fill=MATTER)
    c.ellipse(x + way * 15 * s, y, 2.4 * s, 8.5 * s, PAPER)


def gavel(c: Canvas, x: float, y: float, hx: float, hy: float) -> None:
    """Its head is at (x, y), the hand that holds it at (hx, hy)."""
    angle = math.atan2(y - hy, x - hx)
    c.limb([(hx, hy), (x, y)], WOOD, 4.4)
    across = (-math.sin(angle) * 6, math.cos(angle) * 6)
    c.limb([(x - across[0], y - across[1]), (x + across[0], y + across[1])], WOOD, 8.6)


def ballot_box(c: Canvas, x: float, y: float, w: float = 28, h: float = 24) -> None:
    c.rect(x, y, w, h, STEEL, rx=1.5)
    c.rect(x - 2, y - 3, w + 4, 6, STEEL, rx=1.5)
    c.line(x + w * 0.3, y, x + w * 0.7, y, width=3)


def shield(c: Canvas, x: float, y: float, w: float = 24, h: float = 30, fill: str = MATTER) -> None:
    """(x, y) is the middle of its upper edge."""
    half = w / 2
    c.path(
        trace(
            "M", x - half, y + 2, "Q", x - half * 0.4, y + 2, x, y - 2, "Q", x + half * 0.4, y + 2, x + half, y + 2, "V",
            y + h * 0.45, "Q", x + half, y + h * 0.8, x, y + h, "Q", x - half, y + h * 0.8, x - half, y + h * 0.45, "Z"),
        fill,
    )


def rock(c: Canvas, x: float, base: float, w: float = 34, h: float = 34) -> None:
    c.shape(
        x - w / 2, base, x - w * 0.44, base - h * 0.5, x - w * 0.16, base - h, x + w * 0.22, base - h * 0.92, x + w * 0.46,
        base - h * 0.4, x + w / 2, base, fill=STONE)
    c.path(
        trace(
            "M", x - w * 0.1, base - h * 0.75, "L", x - w * 0.2, base - h * 0.4, "M", x + w * 0.2, base - h * 0.6, "L",
            x + w * 0.26, base - h * 0.25)
    )


def virus(c: Canvas, x: float, y: float, r: float = 7) -> None:
    for step in range(8):
        a = math.pi * step / 4 + 0.2
        c.line(x + math.cos(a) * r, y + math.sin(a) * r, x + math.cos(a) * (r + 3.4), y + math.sin(a) * (r + 3.4))
        c.circle(x + math.cos(a) * (r + 3.6), y + math.sin(a) * (r + 3.6), 1.3, INK, None)
    c.circle(x, y, r, PLUM)
    c.circle(x - r * 0.3, y - r * 0.2, r * 0.2, PAPER, None)
    c.circle(x + r * 0.35, y + r * 0.3, r * 0.2, PAPER, None)


def puzzle(c: Canvas, x: float, y: float, s: float, fill: str, knob: str = "right") -> None:
    """A piece of a puzzle, its middle at (x, y)."""
    h, k = s / 2, s * 0.2
    top = trace("H", x + h) if knob != "top" else trace("H", x - k, "A", k, k, " 0 1 1 ", x + k, y - h, "H", x + h)
    right = trace("V", y + h) if knob != "right" else trace("V", y - k, "A", k, k, " 0 1 1 ", x + h, y + k, "V", y + h)
    left = "Z" if knob != "left" else trace("V", y + k, "A", k, k, " 0 1 1 ", x - h, y - k, "Z")
    c.path(trace("M", x - h, y - h, top, right, "H", x - h, left), fill)


def trophy(c: Canvas, x: float, y: float, s: float = 1) -> None:
    for side in (-1, 1):
        c.path(
            trace(
                "M", x + side * 7 * s, y - 6 * s, "Q", x + side * 13 * s, y - 6 * s, x + side * 10 * s, y, "Q", x + side * 8 * s,
                y + 3 * s, x + side * 5 * s, y + 2 * s)
        )
    c.path(
        trace(
            "M", x - 7.5 * s, y - 9 * s, "H", x + 7.5 * s, "Q", x + 7.5 * s, y + 5 * s, x, y + 6 * s, "Q", x - 7.5 * s,
            y + 5 * s, x - 7.5 * s, y - 9 * s, "Z"),
        MATTER,
    )
    c.line(x, y + 6 * s, x, y + 10 * s, width=3)
    c.rect(x - 5 * s, y + 10 * s, 10 * s, 3.4 * s, WOOD)


def plate(c: Canvas, x: float, y: float, rx: float = 12) -> None:
    """An empty plate on a table that is seen from above."""
    c.ellipse(x, y, rx, rx * 0.55, PAPER)
    c.ellipse(x, y, rx * 0.58, rx * 0.3, PAPER)


def coins(c: Canvas, x: float, base: float, count: int = 3, rx: float = 8) -> None:
    """A pile of coins."""
    for step in range(count):
        c.ellipse(x, base - step * rx * 0.46, rx, rx * 0.4, MATTER)


def guitar(c: Canvas, x: float, y: float, x2: float, y2: float, s: float = 1) -> None:
    """Its body is at (x, y), the end of its neck at (x2, y2)."""
    c.limb([(x, y), (x2, y2)], WOOD, 4.6)
    away = math.hypot(x2 - x, y2 - y)
    c.circle(x + (x2 - x) / away * 6 * s, y + (y2 - y) / away * 6 * s, 5.4 * s, WOOD)
    c.circle(x, y, 7 * s, WOOD)
    c.circle(x, y, 4 * s, WOOD, None)
    c.circle(x + (x2 - x) / away * 3 * s, y + (y2 - y) / away * 3 * s, 2 * s, INK, None)


def bowl(c: Canvas, x: float, y: float, r: float = 8, full: bool = False) -> None:
    if full:
        c.path(trace("M", x - r * 0.8, y, "Q", x, y - r * 1.2, x + r * 0.8, y, "Z"), MATTER)
    c.path(
        trace(
            "M", x - r, y, "H", x + r, "Q", x + r * 0.8, y + r * 0.9, x, y + r * 0.9, "Q", x - r * 0.8, y + r * 0.9, x - r, y, "Z"
        ),
        PAPER,
    )
