"""Money, goals, science, crises."""

import math

from canvas import APRICOT, GLASS, INK, MATTER, NO, PAPER, PLUM, STATE, STEEL, STONE, TEAL, UNITED, WOOD, YES, Canvas
from figure import (
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, KIM, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, UN_MAN, UN_WOMAN,
    Person, bust, child, stand, wheelchair)
from props import *  # noqa: F403
from scenes import scene


@scene
def money(c: Canvas) -> None:
    p = bust(c, 48, 26, IAN, 11)
    table(c, 4, 74, 88, 24)
    for y in (70, 66, 62):
        c.ellipse(20, y, 9, 3.4, MATTER)
    for y in (70, 66):
        c.ellipse(76, y, 9, 3.4, MATTER)
    c.ellipse(76, 62, 9, 3.4, MATTER)
    note(c, 36, 56, 26, 14)
    p.left(36, 64)
    p.right(62, 62)


@scene
def fund(c: Canvas) -> None:
    c.rect(28, 54, 40, 36, UNITED, rx=2)
    c.rect(25, 48, 46, 8, UNITED, rx=2)
    c.line(40, 50, 56, 50, width=3)
    rights_card(c, 48, 73, 1.4)
    for x, kind, way in ((6, "disc", 1), (90, "triangle", -1)):
        flag(c, x, 6, 88, kind, 17, 11, way)
    for x, look, side, to in ((20, OFFICIAL_WOMAN, 1, (42, 38)), (76, OFFICIAL_DARK, -1, (55, 36))):
        p = stand(c, x, look, 7.8, floor=90, turn=side * 0.8)
        coin(c, *to, 5.4)
        p.arm(side, to[0] - side * 6, to[1] + 2)
        p.rest(-side)


@scene
def resources(c: Canvas) -> None:
    c.rect(8, 50, 80, 40, WOOD)
    for x, look in ((22, CHE), (40, DAN)):
        bust(c, x, 30, look, 8, down=52)
    laptop(c, 56, 34, 22, 14)
    c.rect(8, 50, 80, 40, WOOD)
    for y in (76, 71, 66):
        c.ellipse(26, y, 9, 3.4, MATTER)
    toolbox(c, 40, 66, 20, 13)
    phone(c, 68, 62, 11, 19)


@scene
def economic_order(c: Canvas) -> None:
    for x, y, look, kind in ((16, 34, OFFICIAL_MAN, "disc"), (48, 28, OFFICIAL_SCARF, "bands"), (80, 34, OFFICIAL_DARK, "triangle")):
        flag(c, x - 6, y - 27 if y == 34 else 3, y, kind, 15, 10)
        bust(c, x, y, look, 8)
    round_table(c, 48, 72, 43, 15)
    for x, y in ((18, 70), (48, 66), (78, 70)):
        for step in range(3):
            c.ellipse(x, y - step * 3.2, 7, 2.8, MATTER)
    globe(c, 48, 78, 5)


@scene
def goals(c: Canvas) -> None:
    colours = (PLUM, APRICOT, TEAL, STONE, MATTER)
    for step in range(17):
        a, b = math.tau * step / 17 - math.pi / 2, math.tau * (step + 1) / 17 - math.pi / 2
        c.path(f"M{points(48 + 42 * math.cos(a), 48 + 42 * math.sin(a))}A42 42 0 0 1 {points(48 + 42 * math.cos(b), 48 + 42 * math.sin(b))}"
               f"L{points(48 + 28 * math.cos(b), 48 + 28 * math.sin(b))}A28 28 0 0 0 {points(48 + 28 * math.cos(a), 48 + 28 * math.sin(a))}Z",
               colours[step % 5] if step < 16 else PAPER)
    flag(c, 44, 26, 70, "united", 20, 13)
    p = Person(c, 35, 40, EVE, 5.4, floor=70)
    p.right(44, 44, bend=1)
    p.rest(-1)
    q = Person(c, 59, 46, BO, 5, floor=70)
    q.rest()


@scene
def development(c: Canvas) -> None:
    c.rect(40, 40, 36, 48, PAPER)
    for x, y, w in ((40, 40, 18), (58, 40, 18), (40, 52, 36), (40, 64, 18), (58, 64, 18), (40, 76, 36)):
        c.rect(x, y, w, 12, APRICOT if y != 40 or x == 40 else PAPER)
    c.path("M82 88V10H46M82 18L70 10M50 10V24", None, INK, 3)
    box(c, 43, 24, 14, 10, MATTER)
    p = stand(c, 20, CHE, 8.6, floor=88, turn=0.8)
    c.path("M11 38Q12 25 20 25T29 38Z", MATTER)
    c.rect(30, 56, 12, 7, APRICOT)
    p.right(33, 62)
    p.rest(-1)
    c.line(4, 88, 92, 88)


@scene
def science(c: Canvas) -> None:
    p = bust(c, 26, 28, FAY.but(clothes=PAPER), 10, face="flat", turn=0.8)
    table(c, 4, 74, 88, 24)
    c.limb([(50, 36), (60, 56)], STEEL, 9)
    c.path("M62 44Q76 54 62 68", None, INK, 4)
    c.rect(48, 66, 26, 7, STEEL, rx=1.5)
    c.line(54, 61, 70, 61, width=3)
    p.right(56, 66)
    p.left(14, 72)
    c.path("M80 46V54L88 72H73L78 54V46Z", GLASS)
    c.path("M75 66L74 71H87L85 66Z", MATTER, None)
    c.path("M77 46H83")


@scene
def epidemic(c: Canvas) -> None:
    for x, y, look in ((20, 54, ANA), (48, 48, DAN), (76, 54, HUA.but(glasses=False))):
        bust(c, x, y, look.but(mask=True), 10, face="worry")
    virus(c, 20, 20, 8)
    virus(c, 72, 20, 9)
    virus(c, 46, 14, 5)


@scene
def crisis(c: Canvas) -> None:
    house(c, 8, 40, 30, 30)
    c.path("M50 14Q50 6 60 8Q66 2 74 8Q84 6 84 14Q88 22 78 22H56Q48 22 50 14Z", STONE)
    for x in (58, 67, 76):
        c.line(x, 27, x - 3, 33)
    p = Person(c, 58, 44, ANA, 7.6, legs="walk", floor=92, face="worry", turn=0.6)
    q = Person(c, 80, 40, IAN, 7.6, legs="walk", floor=92, face="worry", turn=0.6)
    child(c, 69, BO, 5.6, floor=92, face="sad").rest()
    q.rest()
    p.rest()
    c.path("M2 62Q8 57 14 62T26 62T38 62T48 68V94H2Z", GLASS)
    c.path("M4 74Q10 69 16 74T28 74T40 74M4 84Q10 79 16 84T28 84T40 84", None)


@scene
def emergency_aid(c: Canvas) -> None:
    p = stand(c, 24, UN_MAN, 9, turn=0.8)
    q = stand(c, 70, EVE, 8.6, turn=-0.8)
    child(c, 87, BO, 6, turn=-0.7).rest()
    c.rect(38, 48, 20, 16, WOOD)
    c.rect(41, 36, 7, 12, GLASS, rx=2)
    c.ellipse(52, 46, 5.4, 4, APRICOT)
    c.rect(38, 48, 20, 16, WOOD)
    heart(c, 48, 56, 4.6)
    p.right(39, 62)
    p.left(36, 60)
    q.left(58, 60)
    q.rest(1)
    c.path("M8 20Q8 12 17 14Q22 7 30 13Q38 12 37 20Q38 26 30 26H14Q8 26 8 20Z", STONE)
    floor(c)
