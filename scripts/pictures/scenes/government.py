"""What a government does, well and badly."""

import math

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STATE, STEEL, TEAL, WOOD, YES, Canvas, trace
from figure import (
    ANA, BO, CHESTNUT, DAN, EVE, FAY, GUS, HUA, JUN, KIM, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF,
    OFFICIAL_WOMAN, TAN, Person, bust, child, stand, wheelchair)
from props import (
    arrow, bus, capitol, coin, cross, flag, house, law_book, no, note, open_book, paper, pen, scales, sound, table, tick,
    trophy)
from scenes import scene


@scene
def good_governance(c: Canvas) -> None:
    capitol(c, 14, 16, 40, 22)
    tick(c, 78, 22, 20)
    p = bust(c, 22, 52, OFFICIAL_WOMAN, 9, turn=0.7)
    q = bust(c, 60, 56, DAN, 7.8, turn=-0.8, face="speak")
    bust(c, 81, 56, HUA, 7.8, turn=-0.8)
    table(c, 4, 80, 88, 20)
    p.rest(-1)
    p.right(34, 78)
    sound(c, 49, 58, -1, 2)
    q.left(50, 78)


@scene
def openness(c: Canvas) -> None:
    c.rect(8, 8, 80, 52, GLASS, width=4)
    p = bust(c, 48, 22, OFFICIAL_WOMAN, 7.5, down=46)
    table(c, 16, 42, 64, 14)
    paper(c, 24, 32, 10, 12)
    note(c, 58, 35, 14, 8)
    coin(c, 76, 38, 3.6)
    p.left(34, 38)
    p.right(58, 38)
    for x, y, look in ((18, 74, DAN), (48, 76, ANA), (78, 74, GUS)):
        seen_from_behind(c, x, y, look)


def seen_from_behind(c: Canvas, x: float, y: float, look) -> None:
    r = 9
    c.path(
        trace(
            "M", x - 13, " 98V", y + 16, "Q", x - 13, y + 9, x - 6, y + 9, "H", x + 6, "Q", x + 13, y + 9, x + 13, y + 16, "V98Z"
        ),
        look.clothes,
    )
    if look.hair == "bald":
        c.circle(x, y, r, look.skin)
        c.path(trace("M", x - 9, y, "Q", x, y + 6, x + 9, y, "A9 9 0 0 1 ", x - 9, y, "Z"), look.hair_colour)
    else:
        c.circle(x, y, r, look.hair_colour)
        if look.hair == "long":
            c.path(trace("M", x - 9.5, y + 14, "V", y, "H", x + 9.5, "V", y + 14, "Z"), look.hair_colour)


@scene
def corruption(c: Canvas) -> None:
    bribe(c)


def bribe(c: Canvas) -> None:
    looks = (BO.but(skin=TAN, hair_colour=CHESTNUT, clothes=PLUM), OFFICIAL_MAN)
    p = bust(c, 25, 30, looks[0], 8.6, turn=0.9, face="flat", down=72)
    q = bust(c, 71, 30, looks[1], 8.6, turn=-0.9, down=72)
    for x, look in zip((25, 71), looks, strict=True):
        c.limb([(x - 4, 72), (x - 4, 86)], look.legs, 6.6)
        c.limb([(x + 4, 72), (x + 4, 86)], look.legs, 6.6)
    c.path("M10 50V88M86 50V88", None, INK, 4)
    note(c, 38, 62, 20, 12)
    p.right(39, 66)
    q.left(57, 70)
    p.left(14, 46)
    q.right(82, 46)
    c.rect(6, 46, 84, 6, WOOD, rx=1.5)


@scene
def no_corruption(c: Canvas) -> None:
    bribe(c)
    no(c)


@scene
def law(c: Canvas) -> None:
    law_book(c, 44, 12, 42, 54)
    table(c, 34, 66, 58, 30)
    p = stand(c, 20, EVE.but(skirt=False), 9.5, turn=0.8)
    p.right(44, 48, "point")
    p.rest(-1)


@scene
def make_law(c: Canvas) -> None:
    p = bust(c, 48, 20, OFFICIAL_SCARF, 10.5)
    c.rect(3, 50, 90, 44, STATE, rx=3)
    open_book(c, 48, 48, 84, 42, lines=False)
    scales(c, 28, 57, 10, INK, 2)
    for y, x in ((58, 82), (66, 82), (74, 64)):
        c.line(55, y, x, y - 1, width=3)
    p.left(18, 50)
    pen(c, 66, 73, 78, 46)
    p.right(75, 52)


@scene
def international_law(c: Canvas) -> None:
    for x, kind, way in ((5, "disc", 1), (91, "triangle", -1)):
        flag(c, x, 6, 90, kind, 20, 13, way)
    bust(c, 48, 24, OFFICIAL_SCARF, 8.6)
    people = [bust(c, x, 36, look, 9, turn=way * 0.7) for x, look, way in ((18, OFFICIAL_WOMAN, 1), (78, OFFICIAL_DARK, -1))]
    law_book(c, 31, 44, 34, 46, "globe")
    for p, side in zip(people, (1, -1), strict=True):
        p.arm(side, 48 - side * 18, 72)


@scene
def rules(c: Canvas) -> None:
    for x in (36, 60):
        c.line(x, 50, x, 94, width=4)
    c.rect(18, 5, 60, 52, PAPER, rx=2)
    c.line(48, 6, 48, 56)
    c.path("M25 14H39L37.4 28H26.6Z", GLASS)
    c.path("M38.6 17Q44 17 43.4 21T38 25", None)
    c.rect(53, 24, 19, 5, PAPER)
    c.rect(53, 24, 5, 5, MATTER)
    c.path("M55 20Q51 17 54.4 14T55 9", None, INK, 1.6)
    tick(c, 33, 43, 17)
    cross(c, 63, 43, 17)
    p = bust(c, 14, 66, JUN, 9, turn=0.8, face="flat")
    q = bust(c, 82, 66, DAN, 9, turn=-0.8, face="flat")
    p.right(31, 70, "point", bend=-1)
    p.rest(-1)
    q.rest()


@scene
def public_service(c: Canvas) -> None:
    c.rect(6, 20, 32, 36, PAPER)
    c.shape(3, 20, 22, 8, 41, 20, fill=APRICOT)
    open_book(c, 22, 26, 20, 11)
    c.rect(17, 42, 10, 14, WOOD)
    c.rect(48, 10, 40, 46, PAPER)
    c.path("M68 16V32M60 24H76", None, INK, 6)
    c.path("M68 16V32M60 24H76", None, TEAL, 3)
    for x in (53, 75):
        c.rect(x, 38, 8, 8, GLASS)
    bus(c, 42, 56, 48, 28, APRICOT)
    stand(c, 13, ANA, 7, floor=92).rest()
    child(c, 30, BO, 6.4, floor=92).rest()


def counter(c: Canvas) -> None:
    c.rect(4, 60, 36, 30, WOOD)
    c.rect(2, 56, 40, 6, WOOD, rx=1.5)


@scene
def good_service(c: Canvas) -> None:
    o = bust(c, 20, 32, OFFICIAL_WOMAN.but(suit=False, clothes=STATE, badge=True), 9, turn=0.6, down=88)
    counter(c)
    p = stand(c, 56, DAN, 8.2, turn=-0.8, floor=90)
    q = stand(c, 80, HUA, 8.2, floor=90, turn=-0.5)
    p.rest(1)
    q.rest(-1)
    q.right(89, 34, "thumb", bend=1)
    paper(c, 34, 42, 12, 15)
    o.right(34, 52)
    p.left(46, 54)
    tick(c, 40, 16, 20)
    c.line(4, 90, 92, 90)


@scene
def bad_service(c: Canvas) -> None:
    c.rect(5, 20, 38, 44, GLASS)
    c.rect(5, 20, 38, 32, STEEL)
    for y in (26, 32, 38, 44):
        c.line(6, y, 42, y, width=1.4)
    cross(c, 24, 36, 22)
    counter(c)
    c.circle(66, 17, 13, PAPER, width=2.4)
    c.path("M66 9V17L72 21", None, INK, 2.6)
    for x, look in ((54, GUS), (70, EVE.but(skirt=False)), (86, KIM.but(clothes=PLUM))):
        stand(c, x, look, 6.8, floor=90, face="sad", turn=-0.8).rest()
    c.line(4, 90, 92, 90)


@scene
def civil_servant(c: Canvas) -> None:
    capitol(c, 46, 14, 42, 24)
    o = bust(c, 28, 30, OFFICIAL_WOMAN.but(suit=False, skin=TAN), 12, turn=0.6)
    q = bust(c, 78, 46, KIM.but(clothes=TEAL), 9, turn=-0.8)
    c.path("M21 45L28 58L35 45", None, MATTER, 2.4)
    c.rect(20, 57, 16, 17, PAPER, rx=1.5)
    c.circle(28, 63, 2.8, STATE, None)
    c.path("M23 71Q23 67 28 67T33 71Z", STATE, None)
    table(c, 4, 80, 88, 24)
    paper(c, 49, 58, 14, 19)
    o.right(49, 72)
    o.left(12, 80)
    q.left(63, 72)


@scene
def award(c: Canvas) -> None:
    c.rect(6, 82, 84, 10, WOOD)
    p = stand(c, 22, OFFICIAL_MAN, 9, turn=0.8, floor=82)
    q = wheelchair(c, 76, 32, EVE, 8.4, way=-1)
    p.rest(-1)
    q.rest(1)
    trophy(c, 47, 40, 1.5)
    p.right(40, 56)
    q.left(54, 57)
    for x, y in ((47, 14), (37, 18), (57, 18)):
        c.line(x, y, x + (x - 47) * 0.3, y - 5)


@scene
def health_care(c: Canvas) -> None:
    c.rect(40, 58, 50, 7, PAPER)
    c.path("M42 65V88M88 65V88M90 46V66", None, INK, 3)
    q = Person(c, 64, 20, HUA.but(glasses=""), 8.4, legs="sit-left", floor=86, turn=-0.6)
    p = stand(c, 22, DAN.but(clothes=PAPER, hair="curly", build=1), 9, floor=90, turn=0.8)
    c.path("M18 43Q17 54 24 55M27 43Q28 52 24 55", None, INK, 1.8)
    p.right(52, 42)
    c.circle(55, 42, 3, STEEL)
    p.rest(-1)
    q.rest()
    c.rect(76, 8, 14, 14, PAPER, rx=2)
    c.path("M83 11V19M79 15H87", None, TEAL, 3)


@scene
def education(c: Canvas) -> None:
    c.rect(34, 8, 54, 38, STATE)
    c.path("M42 38L50 18L58 38Z", None, PAPER)
    c.circle(74, 28, 8, None, PAPER)
    p = bust(c, 20, 28, FAY, 9.5, turn=0.7, face="speak")
    p.right(42, 36, "point")
    p.left(12, 66)
    for x, look in ((38, JUN), (60, DAN), (82, BO)):
        child(c, x, look, 7, floor=104)
    c.rect(26, 78, 66, 20, WOOD)
    for x in (38, 60, 82):
        open_book(c, x, 73, 16, 8, lines=False)


@scene
def better(c: Canvas) -> None:
    c.rect(3, 3, 44, 90, STEEL, None, rx=6)
    c.path("M12 16Q12 10 19 11Q24 5 30 10Q38 9 38 16Q39 22 32 22H18Q12 22 12 16Z", STATE)
    for x in (17, 25, 33):
        c.line(x, 26, x - 2, 32)
    c.shape(19, 52, 42, 49, 44, 88, 17, 88, fill=PAPER)
    c.shape(13, 54, 27, 39, 29, 46, 35, 41, 46, 48, 38, 53, 30, 50, 22, 54, fill=APRICOT)
    c.path("M39 54L34 62L39 67L34 75", None)
    p = stand(c, 14, DAN, 6, floor=90, face="sad")
    p.rest()
    for angle in range(0, 360, 45):
        x, y = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        c.line(80 + x * 10, 16 + y * 10, 80 + x * 12, 16 + y * 12)
    c.circle(80, 16, 7, MATTER)
    house(c, 64, 52, 25, 36)
    c.rect(79, 57, 7, 8, GLASS, width=1.5)
    q = stand(c, 61, DAN, 6, floor=90)
    q.left(51, 48, bend=1)
    q.right(71, 48, bend=1)
    arrow(c, 40, 32, 62, 32, YES, 5, 9)