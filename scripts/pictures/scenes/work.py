"""Money, goals, science, crises."""

import math

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STEEL, STONE, TEAL, UNITED, WOOD, YES, Canvas, trace
from figure import ANA, BO, CHE, DAN, EVE, FAY, HUA, IAN, JUN, OFFICIAL_DARK, OFFICIAL_WOMAN, UN_WOMAN, bust, child, stand
from props import (
    arrow, block, coin, coins, flag, floor, globe, heart, house, laptop, note, rights_card, table, toolbox, virus)
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
    p = stand(c, 18, CHE, 9, floor=90, turn=0.8)
    c.path("M32 56L38 84", None, INK, 4)
    p.rest(-1)
    note(c, 40, 44, 20, 11)
    for y in (60, 56.5):
        c.ellipse(49, y, 8, 3.2, MATTER)
    toolbox(c, 64, 49, 22, 14)
    laptop(c, 62, 26, 22, 15)
    c.rect(36, 62, 54, 20, WOOD)
    for x in (46, 80):
        c.circle(x, 85, 5, STEEL)
    p.right(32, 58)


@scene
def economic_order(c: Canvas) -> None:
    flag(c, 4, 4, 30, "disc", 20, 13)
    flag(c, 92, 4, 30, "triangle", 20, 13, way=-1)
    for x, look, way in ((17, OFFICIAL_WOMAN, 1), (79, OFFICIAL_DARK, -1)):
        bust(c, x, 30, look, 8.6, turn=way * 0.8, down=66)
    c.path("M48 22V88M32 88H64M18 58H78", None, INK, 4)
    globe(c, 48, 30, 13)
    for x in (18, 78):
        coins(c, x, 72, 3, 9)
        c.path(trace("M", x - 15, " 76H", x + 15, "Q", x + 12, " 86 ", x, " 86T", x - 15, " 76Z"), WOOD)
        c.path(trace("M", x - 14, " 76L", x, " 58L", x + 14, " 76"), None, INK, 1.5)


@scene
def goals(c: Canvas) -> None:
    colours = (PLUM, APRICOT, TEAL, STONE, MATTER)
    for step in range(17):
        a, b = math.tau * step / 17 - math.pi / 2, math.tau * (step + 1) / 17 - math.pi / 2
        c.path(
            trace(
                "M", 48 + 31 * math.cos(a), 35 + 31 * math.sin(a), "A31 31 0 0 1 ", 48 + 31 * math.cos(b),
                35 + 31 * math.sin(b), "L", 48 + 20 * math.cos(b), 35 + 20 * math.sin(b), "A20 20 0 0 0 ",
                48 + 20 * math.cos(a), 35 + 20 * math.sin(a), "Z"),
            colours[step % 5] if step < 16 else GLASS,
        )
    c.circle(48, 35, 13, UNITED)
    c.circle(48, 35, 8, PAPER)
    c.circle(48, 35, 3.4, MATTER)
    p = bust(c, 14, 70, EVE, 8.4, turn=0.6)
    q = bust(c, 82, 70, IAN, 8.4, turn=-0.6)
    p.right(30, 68, "point", bend=1)
    q.left(66, 68, "point", bend=1)
    bust(c, 48, 80, JUN, 7.4)


@scene
def development(c: Canvas) -> None:
    c.line(3, 76, 93, 76)
    c.rect(6, 62, 14, 14, WOOD)
    c.shape(3, 63, 13, 52, 23, 63, fill=WOOD)
    house(c, 30, 56, 20, 20)
    block(c, 60, 14, 30, 62, GLASS, 5, 3)
    arrow(c, 10, 42, 48, 14, YES, 5, 9)
    for x, look in ((66, DAN), (82, CHE)):
        stand(c, x, look, 6.8, floor=92).rest()


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
    for x, y, look in ((20, 54, ANA), (48, 48, DAN), (76, 54, HUA.but(glasses=""))):
        bust(c, x, y, look.but(mask=True), 10, face="worry")
    virus(c, 20, 20, 8)
    virus(c, 72, 20, 9)
    virus(c, 46, 14, 5)


@scene
def crisis(c: Canvas) -> None:
    house(c, 7, 40, 26, 28)
    c.path("M48 14Q48 6 58 8Q64 2 72 8Q82 6 82 14Q86 22 76 22H54Q46 22 48 14Z", STONE)
    for x in (56, 65, 74):
        c.line(x, 27, x - 3, 33)
    stand(c, 55, ANA, 7.8, legs="walk", floor=92, face="worry", turn=0.6).rest()
    stand(c, 84, IAN, 7.4, legs="walk", floor=92, face="worry", turn=0.6).rest()
    child(c, 70, BO, 6, floor=92, face="sad").rest()
    c.path("M2 60Q8 55 14 60T26 60T38 60L44 94H2Z", GLASS)
    c.path("M4 72Q9 67 14 72T24 72T34 72M4 83Q9 78 14 83T24 83T34 83", None)


@scene
def emergency_aid(c: Canvas) -> None:
    c.shape(58, 46, 76, 12, 94, 46, fill=STEEL)
    p = stand(c, 20, UN_WOMAN, 9.4, turn=0.8)
    q = stand(c, 68, IAN, 8.8, turn=-0.8)
    child(c, 85, JUN, 6.6, turn=-0.7).rest()
    p.rest(-1)
    q.rest(1)
    c.rect(44, 32, 8, 16, GLASS, rx=2)
    c.ellipse(57, 45, 6, 4.4, APRICOT)
    c.ellipse(39, 45, 5, 4.4, APRICOT)
    c.rect(33, 47, 28, 19, WOOD)
    heart(c, 47, 56, 5)
    p.right(35, 64)
    q.left(59, 64)
    floor(c)
