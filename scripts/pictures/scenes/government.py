"""What a government does, well and badly."""

from canvas import APRICOT, GLASS, INK, PAPER, PLUM, STATE, STEEL, TEAL, WOOD, YES, Canvas, trace
from figure import (
    TAN,
    ANA, BO, DAN, EVE, FAY, GUS, HUA, JUN, KIM, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, Person, bust,
    child, stand, wheelchair)
from props import (
    arrow, bench, bus, capitol, coin, flag, floor, law_book, no, note, open_book, paper, pen, scales, sound, table, tick,
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
    p = bust(c, 22, 30, KIM.but(clothes=PLUM), 8, turn=0.9, face="flat", down=72)
    q = bust(c, 72, 26, OFFICIAL_MAN, 9, turn=-0.9, down=72)
    for x, look in ((22, KIM), (72, OFFICIAL_MAN)):
        c.limb([(x - 4, 72), (x - 4, 86)], look.legs, 6.6)
        c.limb([(x + 4, 72), (x + 4, 86)], look.legs, 6.6)
    c.path("M10 50V88M86 50V88", None, INK, 4)
    p.left(36, 70)
    note(c, 37, 65, 20, 12)
    q.right(58, 70)
    p.right(40, 46)
    q.left(56, 46)
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
    p = bust(c, 48, 22, OFFICIAL_SCARF, 10)
    table(c, 4, 68, 88, 30)
    c.rect(20, 50, 56, 22, STATE, rx=2)
    open_book(c, 48, 48, 52, 22, lines=False)
    scales(c, 35, 54, 6, INK, 1.6)
    for y in (55, 60):
        c.line(53, y, 68, y - 1, width=1.6)
    pen(c, 60, 64, 68, 48)
    p.right(67, 50)
    p.left(26, 56)


@scene
def international_law(c: Canvas) -> None:
    law_book(c, 32, 8, 32, 42, "globe")
    for x, kind, way in ((7, "disc", 1), (89, "triangle", -1)):
        flag(c, x, 14, 90, kind, 18, 12, way)
    for x, y, look, side in ((20, 58, OFFICIAL_WOMAN, 1), (76, 58, OFFICIAL_DARK, -1)):
        p = bust(c, x, y, look, 8, turn=side * 0.7)
        p.arm(side, 48 - side * 16, 44)
    bust(c, 48, 66, OFFICIAL_SCARF, 8)


@scene
def rules(c: Canvas) -> None:
    paper(c, 42, 8, 44, 56, "list")
    p = stand(c, 20, JUN, 9.5, turn=0.8, face="speak")
    p.right(42, 46, "point")
    p.rest(-1)
    floor(c)


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
    counter(c)
    c.path("M22 62L16 70L24 76L18 90")
    c.circle(20, 30, 14, PAPER, width=2.4)
    c.path("M20 21V30L27 34", None, INK, 2.6)
    for x, look in ((51, GUS), (67, EVE.but(skirt=False)), (84, KIM.but(clothes=PLUM))):
        stand(c, x, look, 7.2, floor=90, face="sad", turn=-0.8).rest()
    c.line(4, 90, 92, 90)


@scene
def civil_servant(c: Canvas) -> None:
    o = bust(c, 28, 26, OFFICIAL_WOMAN.but(suit=False, badge=True, skin=TAN), 11, turn=0.6, down=86)
    q = wheelchair(c, 76, 40, KIM.but(clothes=TEAL), 8, way=-1)
    c.rect(6, 64, 46, 26, WOOD)
    c.rect(3, 60, 52, 6, WOOD, rx=1.5)
    o.left(16, 58)
    paper(c, 48, 42, 13, 17)
    o.right(48, 54)
    q.left(61, 54)
    q.right(84, 70)
    c.line(4, 90, 92, 90)


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
    stand(c, 18, DAN, 7.4, floor=76, face="sad").rest()
    bench(c, 4, 74, 28, broken=True)
    arrow(c, 36, 66, 52, 66, YES, 5, 8)
    bench(c, 56, 72, 34)
    p = bust(c, 73, 32, DAN, 8, down=72)
    for x in (69, 77):
        c.limb([(x, 72), (x, 86)], DAN.legs, 6.4)
    p.left(64, 68)
    p.right(82, 68)
    tick(c, 46, 22, 18)
    c.line(4, 88, 92, 88)
