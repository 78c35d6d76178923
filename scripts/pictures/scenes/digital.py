"""Digital technology."""

from canvas import APRICOT, GLASS, INK, MATTER, NO, PAPER, PLUM, STATE, STEEL, STONE, TEAL, UNITED, WOOD, YES, Canvas
from figure import (
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, KIM, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, UN_MAN, UN_WOMAN,
    Person, bust, child, stand, wheelchair)
from props import *  # noqa: F403
from scenes import scene


@scene
def digital_technology(c: Canvas) -> None:
    p = bust(c, 24, 24, ANA, 9, turn=0.3)
    q = bust(c, 70, 26, DAN, 9, turn=-0.3)
    table(c, 4, 72, 88, 26)
    laptop(c, 12, 52, 27, 17)
    phone(c, 62, 52, 13, 22, GLASS)
    p.right(40, 70)
    p.left(9, 70)
    q.left(62, 66)
    q.right(77, 68)
    waves(c, 50, 44, 2)


@scene
def smart_city(c: Canvas) -> None:
    block(c, 6, 36, 20, 34, STEEL, 4, 2)
    block(c, 38, 26, 20, 44, GLASS, 5, 2)
    block(c, 70, 36, 20, 34, APRICOT, 4, 2)
    for x, y in ((16, 32), (48, 22), (80, 32)):
        waves(c, x, y - 1, 3)
    c.line(3, 70, 93, 70)
    for x, look in ((27, FAY), (66, BO)):
        p = stand(c, x, look, 7.2, floor=92)
        phone(c, x + 8, 64, 8, 13)
        p.right(x + 10, 74)
        p.rest(-1)


@scene
def internet_access(c: Canvas) -> None:
    mast(c, 72, 36, 88, 22)
    waves(c, 72, 34, 3, step=6)
    p = bust(c, 24, 40, DAN, 11, turn=0.6)
    phone(c, 38, 58, 12, 20, GLASS)
    p.right(42, 76)
    p.left(12, 86)
    c.path("M50 52Q54 44 58 40", None, INK, 2.4)
    c.path("M46 54Q50 42 55 35", None, None) if False else None
    floor(c, 88, 56, 90)


@scene
def build_network(c: Canvas) -> None:
    mast(c, 50, 14, 90, 34)
    waves(c, 50, 12, 1)
    for x, look, side in ((20, IAN, 1), (80, CHE, -1)):
        p = stand(c, x, look, 8.4, floor=90, turn=side * 0.8)
        c.path(f"M{x - 9} 40Q{x - 8} 27 {x} 27T{x + 9} 40Z", MATTER)
        wrench(c, x + side * 12, 62, x + side * 20, 54)
        p.arm(side, x + side * 14, 60)
        p.rest(-side)
    c.line(4, 90, 92, 90)


@scene
def affordable(c: Canvas) -> None:
    p = bust(c, 24, 32, FAY, 10, turn=0.8)
    c.rect(50, 8, 36, 58, INK, rx=5)
    c.rect(54, 14, 28, 44, GLASS, None)
    waves(c, 68, 34, 3, step=4)
    coin(c, 68, 48, 7)
    p.right(46, 70)
    coin(c, 48, 66, 6)
    p.left(10, 78)
    tick(c, 74, 80, 18)


@scene
def digital_gap(c: Canvas) -> None:
    cliff(c)
    p = stand(c, 20, BO, 8.6, floor=66)
    laptop(c, 12, 36, 20, 13)
    p.left(12, 48)
    p.right(33, 48)
    q = stand(c, 77, HUA, 8.6, floor=66, face="sad", turn=-0.7)
    q.left(66, 50, "open")
    q.right(89, 50, "open")
    waves(c, 38, 18, 2)


def cliff(c: Canvas) -> None:
    c.path("M2 94V66H36L40 94Z", WOOD)
    c.path("M94 94V66H58L54 94Z", WOOD)


@scene
def close_digital_gap(c: Canvas) -> None:
    cliff(c)
    c.rect(30, 62, 36, 5, MATTER)
    for x, look, way in ((18, BO, 1), (78, HUA, -1)):
        p = stand(c, x, look, 8.6, floor=66, turn=way * 0.4)
        laptop(c, x - 9, 36, 18, 12)
        p.left(x - 10, 48)
        p.right(x + 11, 48)
    tick(c, 48, 18, 20)


@scene
def misuse(c: Canvas) -> None:
    p = bust(c, 64, 26, KIM.but(clothes=INK), 10.5, face="angry", turn=-0.6)
    c.path("M53 26Q64 20 75 26V30Q64 26 53 30Z", INK)
    for x in (58.5, 65.5):
        c.circle(x, 26.5, 1.5, PAPER, None)
    c.path("M54 22Q54 11 64 11T74 22Z", INK)
    c.rect(6, 40, 36, 26, GLASS, rx=2)
    rights_card(c, 30, 53, 1.1)
    c.line(24, 66, 24, 72, width=5)
    table(c, 4, 74, 88, 24)
    p.left(37, 56)
    p.right(80, 72)
    c.line(12, 48, 20, 48, width=1.6)
    c.line(12, 54, 20, 54, width=1.6)


@scene
def accessible(c: Canvas) -> None:
    c.rect(56, 12, 34, 54, GLASS)
    c.rect(64, 30, 18, 36, WOOD)
    c.circle(78, 48, 1.6, INK, None)
    c.shape(4, 90, 54, 66, 92, 66, 92, 90, fill=STEEL)
    p = wheelchair(c, 34, 25, ANA, 8)
    p.right(42, 54)
    p.left(26, 56)
    q = Person(c, 84, 22, IAN.but(hair="short"), 6.6, floor=66)
    c.path("M79 21H89", None, INK, 3.6)
    c.limb([(75, 44), (71, 65)], PAPER, 3.6)
    q.left(75, 44)
    q.rest(1)
    tick(c, 16, 20, 20)


@scene
def sign_language(c: Canvas) -> None:
    p = bust(c, 18, 36, GUS, 8.6, face="speak", turn=0.3)
    microphone(c, 32, 52, 97)
    p.right(30, 66)
    q = bust(c, 66, 28, JUN.but(hair="bun", clothes=INK), 11)
    q.left(54, 50, "open", bend=1)
    q.right(80, 44, "open", bend=1)
    for x, y, way in ((44, 44, -1), (90, 38, 1)):
        c.path(f"M{x} {y}Q{x + way * 3} {y + 5} {x} {y + 10}")
