"""Digital technology."""

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STEEL, WOOD, Canvas, trace
from figure import ANA, BO, DAN, FAY, HUA, IAN, JUN, KIM, Person, bust, stand, wheelchair
from props import block, coin, floor, laptop, lectern, mast, microphone, paper, phone, table, tick, waves
from scenes import scene


@scene
def digital_technology(c: Canvas) -> None:
    p = bust(c, 26, 24, ANA, 9.5, turn=0.3)
    q = bust(c, 73, 26, DAN, 9.5, turn=-0.3)
    p.left(12, 68)
    p.right(42, 68)
    laptop(c, 12, 52, 30, 19)
    q.right(82, 70)
    phone(c, 62, 46, 15, 25, GLASS)
    q.left(62, 66)
    waves(c, 48, 40, 2)
    table(c, 4, 74, 88, 26)


@scene
def smart_city(c: Canvas) -> None:
    block(c, 6, 32, 20, 38, STEEL, 4, 2)
    block(c, 38, 22, 20, 48, GLASS, 5, 2)
    block(c, 70, 32, 20, 38, APRICOT, 4, 2)
    for x, y in ((16, 28), (48, 18), (80, 28)):
        waves(c, x, y - 1, 3)
    c.line(3, 70, 93, 70)
    p = stand(c, 26, FAY, 7.2, floor=92)
    q = wheelchair(c, 66, 51, BO, 7, turn=0.3)
    for person, x in ((p, 35), (q, 77)):
        phone(c, x, 60, 9, 15)
        person.right(x + 2, 74)
        person.rest(-1)


@scene
def internet_access(c: Canvas) -> None:
    mast(c, 76, 36, 88, 20)
    waves(c, 76, 34, 3, step=5.4)
    p = bust(c, 22, 34, DAN, 11, turn=0.6)
    p.rest(-1)
    p.right(42, 74)
    phone(c, 38, 44, 19, 33, GLASS)
    waves(c, 47.5, 64, 3, step=3.4)
    c.circle(42, 75, 4, DAN.skin)
    floor(c, 88, 60, 92)


@scene
def affordable(c: Canvas) -> None:
    p = bust(c, 22, 34, FAY, 11, turn=0.8)
    c.rect(56, 6, 34, 56, INK, rx=5)
    c.rect(60, 12, 26, 42, GLASS, None)
    waves(c, 73, 42, 3, step=5)
    c.path("M73 60Q66 66 64 78", None, INK, 1.8)
    c.shape(57, 80, 66, 70, 91, 70, 91, 91, 66, 91, fill=PAPER)
    c.circle(64, 80, 1.6, INK, None)
    coin(c, 79, 80.5, 6.4)
    p.left(14, 84)
    for x in (20, 27, 34):
        coin(c, x, 76, 5)
    c.path("M12 78H42V92Q42 95 38 95H16Q12 95 12 92Z", WOOD)
    c.line(13, 83, 41, 83, width=1.6)
    coin(c, 50, 60, 6)
    p.right(46, 64)


@scene
def digital_gap(c: Canvas) -> None:
    cliff(c)
    p = stand(c, 20, HUA, 8, floor=76)
    laptop(c, 10, 42, 20, 11)
    p.left(8, 52)
    p.right(32, 52)
    q = stand(c, 76, BO, 8, floor=76, face="sad", turn=-0.7)
    q.left(64, 56, "open")
    q.right(88, 56, "open")
    waves(c, 40, 24, 3)


def cliff(c: Canvas) -> None:
    c.path("M2 94V76H36L40 94Z", WOOD)
    c.path("M94 94V76H60L56 94Z", WOOD)


@scene
def close_digital_gap(c: Canvas) -> None:
    cliff(c)
    c.rect(28, 73, 40, 6, MATTER)
    for x, look, way in ((19, HUA, 1), (77, BO, -1)):
        p = stand(c, x, look, 8, floor=75, turn=way * 0.4)
        laptop(c, x - 10, 41, 20, 11)
        p.left(x - 12, 51)
        p.right(x + 12, 51)
    tick(c, 48, 26, 20)


@scene
def misuse(c: Canvas) -> None:
    p = bust(c, 66, 26, KIM.but(clothes=INK), 10.5, face="angry", turn=-0.6)
    c.path("M55 26Q66 20 77 26V30Q66 26 55 30Z", INK)
    for x in (60.5, 67.5):
        c.circle(x, 26.5, 1.5, PAPER, None)
    c.path("M56 22Q56 11 66 11T76 22Z", INK)
    c.rect(6, 34, 40, 30, GLASS, rx=2)
    c.line(12, 42, 24, 42, width=1.6)
    c.line(12, 48, 24, 48, width=1.6)
    c.line(26, 64, 26, 71, width=5)
    paper(c, 30, 40, 16, 20, "lines", MATTER)
    table(c, 4, 74, 88, 24)
    p.left(46, 56)
    p.right(82, 72)


@scene
def accessible(c: Canvas) -> None:
    c.rect(54, 10, 36, 56, GLASS)
    c.rect(60, 26, 16, 40, WOOD)
    c.circle(72, 46, 1.6, INK, None)
    c.shape(4, 90, 52, 66, 92, 66, 92, 90, fill=STEEL)
    p = wheelchair(c, 32, 26, ANA, 8)
    p.right(40, 54)
    p.left(24, 56)
    q = Person(c, 84, 26, IAN.but(hair="short", eyes_closed=True), 6.4, floor=66)
    c.limb([(75, 46), (71, 65)], PAPER, 3.6)
    q.left(75, 46)
    q.rest(1)
    tick(c, 14, 16, 16)


@scene
def sign_language(c: Canvas) -> None:
    p = bust(c, 18, 34, BO.but(clothes=PLUM), 8.6, face="speak", turn=0.3)
    lectern(c, 20, 66, 28, 36)
    microphone(c, 32, 54, 66)
    p.rest()
    q = bust(c, 66, 24, JUN.but(hair="bun", clothes=INK), 12)
    q.left(58, 62, "open")
    q.right(82, 48, "open")
    for x, y, way in ((44, 56, -1), (93, 40, 1)):
        c.path(trace("M", x, y, "Q", x + way * 3, y + 5, x, y + 10))
