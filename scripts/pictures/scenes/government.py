"""What a government does, well and badly."""

from canvas import APRICOT, GLASS, INK, MATTER, NO, PAPER, PLUM, STATE, STEEL, STONE, TEAL, UNITED, WOOD, YES, Canvas
from figure import (
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, KIM, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, UN_MAN, UN_WOMAN,
    Person, bust, child, stand, wheelchair)
from props import *  # noqa: F403
from scenes import scene


@scene
def good_governance(c: Canvas) -> None:
    capitol(c, 30, 18, 36, 24)
    tick(c, 82, 18, 22)
    p = bust(c, 22, 52, OFFICIAL_WOMAN, 9, turn=0.7)
    table(c, 4, 78, 88, 20)
    q = bust(c, 58, 56, DAN, 7.6, turn=-0.8, face="speak", down=78)
    r = bust(c, 80, 56, HUA, 7.6, turn=-0.8, down=78)
    p.left(10, 76)
    p.right(32, 58, bend=-1)
    sound(c, 47, 57, -1, 2)
    q.left(50, 76)


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
    c.path(f"M{x - 13} 98V{y + 16}Q{x - 13} {y + 9} {x - 6} {y + 9}H{x + 6}Q{x + 13} {y + 9} {x + 13} {y + 16}V98Z", look.clothes)
    if look.hair == "bald":
        c.circle(x, y, r, look.skin)
        c.path(f"M{x - 9} {y}Q{x} {y + 6} {x + 9} {y}A9 9 0 0 1 {x - 9} {y}Z", look.hair_colour)
    else:
        c.circle(x, y, r, look.hair_colour)
        if look.hair == "long":
            c.path(f"M{x - 9.5} {y + 14}V{y}H{x + 9.5}V{y + 14}Z", look.hair_colour)


@scene
def answer_to_people(c: Canvas) -> None:
    p = bust(c, 20, 26, OFFICIAL_DARK, 10, face="speak", turn=0.7)
    lectern(c, 22, 62, 30, 36)
    bubble(c, 40, 6, 50, 26, (31, 30))
    paper(c, 46, 9, 14, 19, "list")
    coin(c, 69, 19, 5)
    coin(c, 80, 19, 5)
    p.right(26, 58)
    p.left(12, 60)
    for x, y, look in ((54, 58, ANA), (74, 54, GUS), (86, 70, FAY), (62, 74, KIM)):
        bust(c, x, y, look, 7, turn=-0.8)


@scene
def corruption(c: Canvas) -> None:
    bribe(c)


def bribe(c: Canvas) -> None:
    p = Person(c, 24, 22, KIM.but(clothes=PLUM), 9, turn=0.9, legs="sit-right", floor=90, face="flat")
    q = Person(c, 72, 22, OFFICIAL_MAN, 9, turn=-0.9, legs="sit-left", floor=90)
    c.rect(10, 40, 76, 6, WOOD, rx=1.5)
    p.right(38, 40)
    q.left(60, 40)
    paper(c, 44, 28, 9, 12)
    note(c, 40, 56, 17, 10)
    p.left(40, 62)
    q.right(57, 62)


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


def pen(c: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    c.limb([(x1 + (x2 - x1) * 0.2, y1 + (y2 - y1) * 0.2), (x2, y2)], MATTER, 4.4)
    c.line(x1, y1, x1 + (x2 - x1) * 0.18, y1 + (y2 - y1) * 0.18)


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
    block(c, 6, 18, 26, 34, PAPER, 2, 2)
    open_book(c, 19, 40, 18, 9, lines=False)
    c.rect(38, 10, 34, 42, PAPER)
    c.path("M55 15V29M48 22H62", None, INK, 5)
    c.path("M55 15V29M48 22H62", None, TEAL, 2.4)
    for x in (44, 60):
        c.rect(x, 34, 7, 7, GLASS)
    bus(c, 44, 50, 46, 26, APRICOT)
    p = stand(c, 16, ANA, 6.6, floor=90)
    p.rest()
    child(c, 30, BO, 5.4, floor=90).rest()
    c.line(4, 90, 92, 90)
    stand(c, 84, HUA, 6.2, floor=90, turn=-0.7).rest()


def counter(c: Canvas) -> None:
    c.rect(4, 60, 36, 30, WOOD)
    c.rect(2, 56, 40, 6, WOOD, rx=1.5)


@scene
def good_service(c: Canvas) -> None:
    o = bust(c, 20, 32, OFFICIAL_WOMAN.but(suit=False, clothes=STATE, badge=True), 9, turn=0.6)
    counter(c)
    p = stand(c, 54, DAN, 8.4, turn=-0.8, floor=90)
    q = stand(c, 78, HUA, 8.4, floor=90, turn=-0.5)
    paper(c, 36, 42, 11, 14)
    o.right(36, 50)
    p.left(46, 52)
    p.rest(1)
    q.left(70, 54)
    q.right(86, 24, "thumb")
    tick(c, 44, 16, 22)
    c.line(4, 90, 92, 90)


@scene
def bad_service(c: Canvas) -> None:
    counter(c)
    c.path("M22 56L17 66L24 72L18 84")
    c.shape(24, 50, 40, 50, 32, 36, fill=PAPER)
    c.path("M12 56V26M30 56V26", None, INK, 2)
    c.rect(6, 12, 32, 16, STEEL)
    c.path("M10 26L20 14M24 26L34 14")
    for x, look in ((52, GUS), (67, EVE.but(skirt=False)), (82, KIM)):
        p = stand(c, x, look, 8, floor=90, face="sad", turn=-0.8)
        p.rest()
    c.line(4, 90, 92, 90)


@scene
def civil_servant(c: Canvas) -> None:
    o = bust(c, 28, 26, OFFICIAL_WOMAN.but(suit=False, badge=True, skin="#E3B083"), 11, turn=0.6)
    q = wheelchair(c, 76, 40, KIM.but(clothes=TEAL), 8, way=-1)
    c.rect(6, 64, 46, 26, WOOD)
    c.rect(3, 60, 52, 6, WOOD, rx=1.5)
    paper(c, 48, 42, 13, 17)
    o.right(48, 54)
    o.left(14, 58)
    q.left(62, 54)
    q.right(84, 70)
    c.line(4, 90, 92, 90)


@scene
def award(c: Canvas) -> None:
    c.rect(36, 80, 54, 10, WOOD)
    p = stand(c, 66, EVE, 8.6, floor=80)
    trophy(c, 66, 14, 1.15)
    p.left(57, 14, bend=-1)
    p.right(75, 14, bend=-1)
    for x, look in ((12, BO), (28, HUA)):
        q = bust(c, x, 56, look, 8, turn=0.8)
        q.left(x + 1, 78)
        q.right(x + 6, 78)


@scene
def health_care(c: Canvas) -> None:
    c.rect(40, 58, 50, 7, PAPER)
    c.path("M42 65V88M88 65V88M90 46V66", None, INK, 3)
    q = Person(c, 64, 20, HUA.but(glasses=False), 8.4, legs="sit-left", floor=86, turn=-0.6)
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
def court(c: Canvas) -> None:
    p = bust(c, 48, 26, GUS.but(clothes=INK, skin="#F7D7BA"), 10, face="flat")
    c.shape(44, 38, 48, 52, 52, 38, fill=PAPER)
    c.rect(16, 54, 64, 36, WOOD)
    c.rect(12, 50, 72, 6, WOOD, rx=1.5)
    scales(c, 48, 64, 13)
    gavel(c, 72, 42, 64, 48)
    p.right(64, 48)
    p.left(32, 50)
    bust(c, 10, 70, ANA, 7, turn=0.8)
    bust(c, 86, 70, DAN, 7, turn=-0.8)


@scene
def better(c: Canvas) -> None:
    bench(c, 6, 74, 26, broken=True)
    arrow(c, 36, 70, 50, 70, YES, 5, 8)
    bench(c, 56, 74, 34)
    p = Person(c, 73, 34, HUA, 7.6, legs=None, torso=28)
    p.left(64, 70)
    p.right(82, 70)
    q = bust(c, 18, 22, DAN, 8, face="sad", down=50)
    q.rest()
    c.limb([(67, 74), (67, 88)], HUA.legs, 6)
    c.limb([(79, 74), (79, 88)], HUA.legs, 6)
    tick(c, 76, 14, 16)
    c.line(4, 88, 92, 88)
