"""People: a head with a face and hair, a body, arms that reach where they are told, legs that stand, walk or sit."""

import math
from dataclasses import dataclass, replace

from canvas import APRICOT, INK, PAPER, PLUM, STATE, STEEL, STONE, TEAL, UNITED, Canvas, trace


LIGHT, TAN, BROWN, DARK = "#F7D7BA", "#E3B083", "#C08A5C", "#9A6240"
BLACK, CHESTNUT, GREY = INK, "#6B4226", "#C3CAD3"

LONGEST_ARM = 1.2  # times its length: a longer one is seen as a pole


@dataclass(frozen=True)
class Look:
    """How somebody looks. `build` is the width of the body, `scarf` the colour of a head scarf; `glasses` are "clear" or "dark"."""

    skin: str = TAN
    hair: str = "short"
    hair_colour: str = BLACK
    clothes: str = PLUM
    legs: str = STATE
    build: float = 1.0
    skirt: bool = False
    glasses: str = ""
    suit: bool = False
    badge: bool = False
    mask: bool = False
    eyes_closed: bool = False
    scarf: str = STONE

    def but(self, **changes: object) -> "Look":
        return replace(self, **changes)


# A cast from which every picture takes its people; half are women.
ANA = Look(TAN, "long", BLACK, PLUM, INK)
BO = Look(LIGHT, "short", BLACK, TEAL, STATE)
CHE = Look(LIGHT, "bob", BLACK, APRICOT, STATE, build=1.08)
DAN = Look(DARK, "short", BLACK, APRICOT, STATE, build=1.15)
EVE = Look(DARK, "curly", BLACK, TEAL, INK, skirt=True)
FAY = Look(BROWN, "scarf", BLACK, PLUM, INK, skirt=True, scarf=STONE)
GUS = Look(LIGHT, "bald", GREY, STONE, STATE, build=1.15)
HUA = Look(LIGHT, "bun", GREY, PLUM, STATE, build=1.1, glasses="clear")
IAN = Look(BROWN, "beard", BLACK, PLUM, STATE)
JUN = Look(TAN, "tail", CHESTNUT, TEAL, STATE)
KIM = Look(LIGHT, "short", CHESTNUT, STONE, INK)

# People of governments wear suits; people of the United Nations wear blue.
OFFICIAL_MAN = Look(TAN, "short", BLACK, STATE, STATE, suit=True)
OFFICIAL_WOMAN = Look(LIGHT, "bob", BLACK, STATE, STATE, suit=True)
OFFICIAL_DARK = Look(DARK, "short", BLACK, STATE, STATE, suit=True, build=1.1)
OFFICIAL_SCARF = Look(BROWN, "scarf", BLACK, STATE, STATE, suit=True, skirt=True, scarf=PLUM)
UN_WOMAN = Look(BROWN, "bun", BLACK, UNITED, STATE, suit=True)
UN_MAN = Look(LIGHT, "short", CHESTNUT, UNITED, STATE, suit=True)


class Person:
    """Somebody whose head is centred at (x, y) with radius r; all else follows from r."""

    def __init__(
        self,
        canvas: Canvas,
        x: float,
        y: float,
        look: Look,
        r: float = 8,
        *,
        legs: str | None = "stand",
        floor: float | None = None,
        face: str = "smile",
        turn: float = 0,
        left: tuple | None = None,
        right: tuple | None = None,
        lean: float = 0,
        torso: float = 20,
    ) -> None:
        self.canvas, self.x, self.y, self.look, self.r, self.turn = canvas, x, y, look, r, turn
        self.u = r / 8
        u = self.u
        self.body = x - lean * u  # the middle of the hips; the shoulders follow the head
        self.top = y + r + 1.5 * u
        self.hips = self.top + torso * u
        self.half = 8 * u * look.build
        self.floor = floor if floor is not None else self.hips + 22 * u
        self.draw_behind()
        if legs:
            self.draw_legs(legs)
        self.draw_torso()
        self.draw_head(face)
        if left:
            self.left(*left)
        if right:
            self.right(*right)

    # The body.

    def draw_torso(self) -> None:
        c, x, u, half, look = self.canvas, self.x, self.u, self.half, self.look
        low = half * 0.86
        c.line(x, self.y + self.r - 1, x, self.top + 2 * u, stroke=INK, width=6.4 * u)
        c.line(x, self.y + self.r - 1, x, self.top + 2 * u, stroke=look.skin, width=6.4 * u - 2.6)
        c.path(
            trace(
                "M", self.body - low, self.hips, "L", x - half, self.top + 4 * u, "Q", x - half, self.top, x - half + 4 * u,
                self.top, "H", x + half - 4 * u, "Q", x + half, self.top, x + half, self.top + 4 * u, "L", self.body + low,
                self.hips, "Z"),
            look.clothes,
        )
        if look.suit:
            c.shape(x - 3 * u, self.top, x, self.top + 7 * u, x + 3 * u, self.top, fill=PAPER, width=1.4)
        else:
            c.path(trace("M", x - 2.8 * u, self.top, "Q", x, self.top + 5 * u, x + 2.8 * u, self.top, "Z"), look.skin, INK, 1.4)
        if look.badge:
            c.rect(x + 1.6 * u, self.top + 9 * u, 4.2 * u, 5 * u, PAPER, width=1.2)

    def draw_legs(self, legs: str) -> None:
        c, x, u, look = self.canvas, self.body, self.u, self.look
        hips, floor = self.hips, self.floor
        gap, width = 3.6 * u * look.build, 6.6 * u * look.build
        if legs in ("sit-left", "sit-right"):
            way = -1 if legs == "sit-left" else 1
            knee = x + way * 12 * u
            c.limb(
                [(x, hips - 2 * u), (knee, hips - 1 * u), (knee + way * u, floor - 1.5), (knee + way * 4 * u, floor - 1.5)],
                look.legs, 6.6 * u)
            return
        spread = (4.5 if legs == "walk" else 0.4) * u
        if look.skirt:
            low = hips + (floor - hips) * 0.55
            for side in (-1, 1):
                c.limb([(x + side * gap * 0.8, hips), (x + side * (gap * 0.8 + spread), floor - 1.5)], look.skin, 4.6 * u)
                c.line(x + side * (gap * 0.8 + spread), floor - 1, x + side * (gap * 0.8 + spread + 2 * u), floor - 1, width=3)
            wide = self.half * 1.15
            c.shape(
                x - self.half * 0.8, hips - 3 * u, x + self.half * 0.8, hips - 3 * u, x + wide, low, x - wide, low,
                fill=look.legs if look.legs != INK else look.clothes)
            return
        for side in (-1, 1):
            foot = x + side * (gap + spread)
            c.limb([(x + side * gap, hips), (foot, floor - 1.5)], look.legs, width)
            c.line(foot, floor - 1, foot + side * 2 * u, floor - 1, width=3)

    # The head.

    def draw_behind(self) -> None:
        c, x, y, r, look = self.canvas, self.x, self.y, self.r, self.look
        if look.hair == "long":
            c.path(
                trace(
                    "M", x - r * 1.12, y + r * 1.6, "V", y, "A", r * 1.12, r * 1.12, " 0 0 1 ", x + r * 1.12, y, "V",
                    y + r * 1.6, "Z"),
                look.hair_colour,
            )
        elif look.hair == "bob":
            c.path(
                trace(
                    "M", x - r * 1.18, y + r * 0.8, "V", y, "A", r * 1.18, r * 1.18, " 0 0 1 ", x + r * 1.18, y, "V",
                    y + r * 0.8, "Z"),
                look.hair_colour,
            )
        elif look.hair == "curly":
            c.circle(x, y - r * 0.25, r * 1.3, look.hair_colour)
        elif look.hair == "tail":
            way = -1 if self.turn > 0 else 1
            c.path(
                trace(
                    "M", x + way * r * 0.6, y - r * 0.7, "Q", x + way * r * 2, y - r * 0.8, x + way * r * 1.5, y + r * 1.1, "Q",
                    x + way * r * 1.1, y + r * 0.4, x + way * r * 0.6, y, "Z"),
                look.hair_colour,
            )
        elif look.hair == "bun":
            c.circle(x, y - r * 1.15, r * 0.5, look.hair_colour)

    def draw_head(self, face: str) -> None:
        c, x, y, r, look = self.canvas, self.x, self.y, self.r, self.look
        if look.hair == "scarf":
            c.path(
                trace(
                    "M", x - r * 1.25, y + r * 1.75, "Q", x - r * 1.1, y + r, x - r * 1.12, y, "A", r * 1.12, r * 1.12,
                    " 0 0 1 ", x + r * 1.12, y, "Q", x + r * 1.1, y + r, x + r * 1.25, y + r * 1.75, "Q", x, y + r * 2.2,
                    x - r * 1.25, y + r * 1.75, "Z"),
                look.scarf,
            )
            c.ellipse(x + self.turn * r * 0.2, y + r * 0.12, r * 0.76, r * 0.84, look.skin)
        else:
            c.circle(x, y, r, look.skin)
            self.draw_hair()
        self.draw_face(face)

    def draw_hair(self) -> None:
        c, x, y, r, look, t = self.canvas, self.x, self.y, self.r, self.look, self.turn * self.r * 0.25
        if look.hair == "bald":
            for side in (-1, 1):
                c.path(
                    trace(
                        "M", x + side * r, y + r * 0.25, "Q", x + side * r * 1.25, y - r * 0.2, x + side * r * 0.86, y - r * 0.5
                    ),
                    None,
                    INK,
                    3.4,
                )
                c.path(
                    trace(
                        "M", x + side * r, y + r * 0.2, "Q", x + side * r * 1.2, y - r * 0.2, x + side * r * 0.88, y - r * 0.45
                    ),
                    None,
                    look.hair_colour,
                    1.6,
                )
            return
        low = {"short": -0.25, "beard": -0.25, "tail": -0.2, "bun": -0.2}.get(look.hair, -0.1)
        side = math.sqrt(1 - low * low) * r
        c.path(
            trace(
                "M", x - side, y + low * r, "A", r, r, " 0 0 1 ", x + side, y + low * r, "Q", x + t + r * 0.55, y - r * 0.62,
                x + t, y - r * 0.56, "Q", x + t - r * 0.55, y - r * 0.62, x - side, y + low * r, "Z"),
            look.hair_colour,
        )
        if look.hair == "beard":
            c.path(
                trace(
                    "M", x - r, y + r * 0.05, "A", r, r, " 0 0 0 ", x + r, y + r * 0.05, "Q", x + r * 0.7, y + r * 0.74, x + t,
                    y + r * 0.74, "Q", x - r * 0.7, y + r * 0.74, x - r, y + r * 0.05, "Z"),
                look.hair_colour,
            )

    def draw_face(self, face: str) -> None:
        c, r, look = self.canvas, self.r, self.look
        x, y = self.x + self.turn * r * 0.3, self.y
        eye, dot = y + r * 0.02, max(r * 0.13, 0.9)
        thin = max(1.2, r * 0.16)
        for side in (-1, 1):
            if look.eyes_closed:
                lid = x + side * r * 0.38
                c.path(trace("M", lid - r * 0.2, eye, "Q", lid, eye + r * 0.2, lid + r * 0.2, eye), None, INK, thin * 0.9)
            else:
                c.circle(x + side * r * 0.36, eye, dot, INK, None)
            if look.glasses:
                c.circle(x + side * r * 0.38, eye, r * 0.29, INK if look.glasses == "dark" else None, INK, 1.1)
        if face in ("worry", "angry", "sad"):
            tilt = r * (0.16 if face != "angry" else -0.16)
            for side in (-1, 1):
                c.line(
                    x + side * r * 0.2, eye - r * 0.32 - tilt, x + side * r * 0.58, eye - r * 0.32 + tilt * 0.7, stroke=INK,
                    width=thin * 0.9)
        if look.mask:
            c.path(
                trace(
                    "M", self.x - r * 0.86, y + r * 0.2, "H", self.x + r * 0.86, "Q", self.x + r * 0.7, y + r * 0.98, self.x,
                    y + r, "Q", self.x - r * 0.7, y + r * 0.98, self.x - r * 0.86, y + r * 0.2, "Z"),
                PAPER,
            )
            return
        mouth = y + r * 0.5
        if look.hair == "beard":
            mouth = y + r * 0.42
        if face == "smile":
            c.path(
                trace("M", x - r * 0.36, mouth - r * 0.06, "Q", x, mouth + r * 0.34, x + r * 0.36, mouth - r * 0.06), None, INK,
                thin)
        elif face in ("sad", "worry", "angry"):
            c.path(
                trace("M", x - r * 0.32, mouth + r * 0.14, "Q", x, mouth - r * 0.26, x + r * 0.32, mouth + r * 0.14), None, INK,
                thin)
        elif face == "speak":
            c.ellipse(x, mouth + r * 0.02, r * 0.22, r * 0.24, INK, None)
        elif face == "shout":
            c.ellipse(x, mouth + r * 0.04, r * 0.34, r * 0.36, INK, None)
        else:
            c.line(x - r * 0.26, mouth + r * 0.04, x + r * 0.26, mouth + r * 0.04, stroke=INK, width=thin)

    # The arms.

    def left(self, x: float, y: float, hand: str = "hand", bend: int | None = None) -> None:
        self.arm(-1, x, y, hand, bend)

    def right(self, x: float, y: float, hand: str = "hand", bend: int | None = None) -> None:
        self.arm(1, x, y, hand, bend)

    def rest(self, *sides: int) -> "Person":
        for side in sides or (-1, 1):
            self.arm(side, self.body + side * (self.half + 1.6 * self.u), self.top + 24 * self.u)
        return self

    def arm(self, side: int, x: float, y: float, hand: str = "hand", bend: int | None = None) -> None:
        """An arm whose hand is at (x, y); the elbow hangs down unless `bend` says -1. Too long an arm is refused."""
        u = self.u
        sx, sy = self.x + side * (self.half - 2.6 * u), self.top + 4 * u
        bone = 11 * u
        dx, dy = x - sx, y - sy
        far = max(math.hypot(dx, dy), 0.1)
        if far > 2 * bone * LONGEST_ARM:
            raise ValueError(
                f"the hand at ({x}, {y}) is {far:.0f} units from the shoulder ({sx:.0f}, {sy:.0f}), and the arm is "
                f"{2 * bone:.0f} long: bring them nearer")
        if far > 2 * bone:  # a little longer than nature allows, so that hands arrive
            bone = far / 2
        else:  # a near hand is foreshortened, so that no elbow hides what is held
            bone = max(min(bone, far * 0.58), 7.5 * u)
        height = math.sqrt(max(bone * bone - far * far / 4, 0))
        middle = (sx + dx / 2, sy + dy / 2)
        normal = (-dy / far * height, dx / far * height)
        choices = [(middle[0] + normal[0], middle[1] + normal[1]), (middle[0] - normal[0], middle[1] - normal[1])]
        choices.sort(key=lambda place: place[1] * 1.0 + side * (place[0] - sx) * 0.8, reverse=True)
        elbow = choices[0] if bend in (None, 1) else choices[1]
        self.canvas.limb([(sx, sy), elbow, (x, y)], self.look.clothes, 6 * u)
        self.hand(x, y, elbow, hand)

    def hand(self, x: float, y: float, elbow: tuple[float, float], kind: str) -> None:
        c, u, skin = self.canvas, self.u, self.look.skin
        dx, dy = x - elbow[0], y - elbow[1]
        far = max(math.hypot(dx, dy), 0.1)
        dx, dy = dx / far, dy / far
        if kind == "point":
            c.limb([(x, y), (x + dx * 5.5 * u, y + dy * 5.5 * u)], skin, 3.6 * u)
        elif kind == "thumb":
            c.limb([(x, y), (x, y - 5.5 * u)], skin, 3.8 * u)
        elif kind == "stop":  # the palm towards the reader, the fingers up
            thumb = 1 if self.x > x else -1
            ends = ((-3.3, 7.4), (-1.1, 8.6), (1.1, 8.6), (3.3, 7.4))
            fingers = [(x + at * u, y, x + at * 1.25 * u, y - far * u) for at, far in ends]
            fingers.append((x + thumb * 2 * u, y + 2 * u, x + thumb * 6.4 * u, y - 2.6 * u))
            d = "".join(trace("M", fx, fy, "L", tx, ty) for fx, fy, tx, ty in fingers)
            c.path(d, None, INK, 4 * u)
            c.circle(x, y, 4.4 * u, skin)
            c.path(d, None, skin, 4 * u - 3)
            return
        elif kind == "open":
            for angle in (-0.7, 0, 0.7):
                fx, fy = dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle)
                c.limb([(x, y), (x + fx * 5 * u, y + fy * 5 * u)], skin, 3.2 * u)
        c.circle(x, y, 2.9 * u, skin)
        if kind == "open":
            c.circle(x, y, 2.2 * u, skin, None)


def bust(canvas: Canvas, x: float, y: float, look: Look, r: float = 8, down: float = 98, **more: object) -> Person:
    """Somebody behind a table or in a crowd: the body goes down to `down`, below the edge if not told."""
    u = r / 8
    return Person(canvas, x, y, look, r, legs=None, torso=(down - y - r) / u - 1.5, **more)


def stand(canvas: Canvas, x: float, look: Look, r: float = 9, floor: float = 88, **more: object) -> Person:
    """Somebody who stands on the floor."""
    return Person(canvas, x, floor - 51.5 * r / 8, look, r, floor=floor, **more)


def child(canvas: Canvas, x: float, look: Look, r: float = 7, floor: float = 88, **more: object) -> Person:
    """Somebody who is not grown up: the head is large for the body."""
    u = r / 8
    return Person(canvas, x, floor - 39.5 * u, look, r, floor=floor, torso=15, **more)


def back(canvas: Canvas, x: float, y: float, r: float, clothes: str, hair: str = BLACK) -> None:
    """Somebody seen from behind."""
    canvas.path(
        trace(
            "M", x - r * 1.3, y + r * 3, "V", y + r * 2, "Q", x - r * 1.3, y + r, x, y + r, "T", x + r * 1.3, y + r * 2, "V",
            y + r * 3, "Z"),
        clothes,
    )
    canvas.circle(x, y, r, hair)


def wheelchair(canvas: Canvas, x: float, y: float, look: Look, r: float = 8, way: int = 1, **more: object) -> Person:
    """Somebody who sits in a wheelchair and looks to the side `way`."""
    u = r / 8
    hips = y + r + 21.5 * u
    floor = hips + 15 * u
    canvas.line(x - way * 9 * u, hips - 17 * u, x - way * 9 * u, hips + 2 * u, width=3)
    canvas.line(x - way * 9 * u, hips - 17 * u, x - way * 13 * u, hips - 17 * u, width=3)
    more.setdefault("turn", way * 0.6)
    person = Person(
        canvas, x, y, look.but(skirt=False), r, legs="sit-right" if way > 0 else "sit-left", floor=floor - 2 * u, **more
    )
    canvas.line(x - way * 9 * u, hips + 3 * u, x + way * 8 * u, hips + 3 * u, width=3)
    canvas.circle(x + way * 11 * u, floor - 3 * u, 3 * u, PAPER)
    canvas.circle(x - way * 3 * u, floor - 10.5 * u, 10.5 * u, None)
    canvas.circle(x - way * 3 * u, floor - 10.5 * u, 2 * u, STEEL)
    return person


def hand_on_heart(canvas: Canvas, person: Person, side: int, x: float, y: float) -> None:
    """The arm at `side` lies across the chest; its hand begins at (x, y)."""
    u, skin = person.u, person.look.skin
    person.arm(side, x, y, "none")
    canvas.limb([(x + side * 0.6 * u, y - 0.6 * u), (x - side * 7.4 * u, y - 3.6 * u)], skin, 5 * u)
    canvas.limb([(x, y + 1.8 * u), (x - side * 6.8 * u, y)], skin, 4.3 * u)
