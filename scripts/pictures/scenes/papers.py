"""The papers, and what the Council does with them."""

from canvas import PAPER, WOOD, Canvas, trace
from figure import (
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, JUN, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, UN_MAN, UN_WOMAN,
    Person, bust, stand)
from props import arrow, ballot_box, bubble, cross, floor, gavel, lectern, megaphone, paper, table, tick
from scenes import scene


@scene
def easy_read(c: Canvas) -> None:
    p = bust(c, 22, 26, JUN, 11, turn=0.8)
    q = bust(c, 74, 26, DAN, 11, turn=-0.8)
    paper(c, 24, 34, 48, 58, "easy")
    p.left(24, 74, bend=1)
    q.right(72, 74, bend=1)


@scene
def official_text(c: Canvas) -> None:
    p = stand(c, 20, CHE, 9.4, turn=0.8, floor=90)
    paper(c, 56, 8, 34, 52, "seal")
    paper(c, 40, 68, 16, 22, "easy")
    p.right(48, 40, "point")
    p.rest(-1)
    tick(c, 76, 76, 18)


@scene
def adopt(c: Canvas) -> None:
    for x, y, look, side in (
        (18, 32, OFFICIAL_WOMAN, -1), (40, 28, OFFICIAL_DARK, -1), (60, 32, OFFICIAL_SCARF, 1), (80, 28, OFFICIAL_MAN, 1)):
        p = bust(c, x, y, look, 7.5)
        p.arm(side, x + side * 8, y - 18, "open")
    table(c, 4, 52, 88, 38)
    paper(c, 34, 54, 28, 34, "tick")


@scene
def vote(c: Canvas) -> None:
    ballot_box(c, 50, 58, 34, 30)
    p = stand(c, 26, FAY, 9.6, turn=0.8)
    paper(c, 60, 36, 16, 20, "tick")
    p.right(59, 50)
    p.rest(-1)
    floor(c, 88)


@scene
def vote_result(c: Canvas) -> None:
    for x, y, look, yes in ((18, 50, OFFICIAL_WOMAN, 1), (48, 50, OFFICIAL_DARK, 1), (78, 50, OFFICIAL_SCARF, 0)):
        p = bust(c, x, y, look, 8.5, face="smile" if yes else "flat")
        c.rect(x - 12, 8, 24, 24, PAPER, rx=2)
        if yes:
            tick(c, x, 20, 17)
        else:
            cross(c, x, 20, 18)
        p.right(x + 11, 32)
        p.left(x - 11, 32)
    table(c, 3, 76, 90, 24)


@scene
def decide(c: Canvas) -> None:
    p = bust(c, 40, 26, UN_WOMAN, 11, face="flat")
    table(c, 6, 66, 84, 24)
    c.rect(62, 60, 20, 6, WOOD, rx=1)
    gavel(c, 72, 52, 60, 38)
    p.right(60, 38)
    p.left(24, 62)
    for x1, y1, x2, y2 in ((84, 48, 89, 44), (86, 56, 91, 56)):
        c.line(x1, y1, x2, y2)


@scene
def request(c: Canvas) -> None:
    p = stand(c, 18, UN_WOMAN, 9.4, turn=0.8, face="speak")
    q = stand(c, 78, OFFICIAL_DARK, 9.4, turn=-0.8)
    p.rest(-1)
    q.rest(1)
    paper(c, 34, 36, 27, 34, "todo")
    p.right(35, 60)
    q.left(62, 62, "open")
    bubble(c, 34, 6, 28, 16, (28, 29))
    arrow(c, 40, 14, 56, 14, width=3, head=5)
    floor(c)


@scene
def call_on(c: Canvas) -> None:
    p = bust(c, 20, 30, UN_MAN, 10, turn=0.7, face="shout")
    lectern(c, 20, 60, 30, 41)
    megaphone(c, 30, 34, 1.1)
    p.right(37, 43)
    p.left(10, 58)
    for y in (20, 34, 48):
        c.line(51, y + (y - 34) * 0.2, 59, y + (y - 34) * 0.6)
    for x, y, look in ((78, 30, OFFICIAL_SCARF), (62, 62, OFFICIAL_WOMAN), (84, 62, OFFICIAL_DARK)):
        bust(c, x, y, look, 7, down=y + 26 if y < 50 else 98, turn=-0.8)


@scene
def encourage(c: Canvas) -> None:
    c.shape(40, 90, 40, 78, 56, 78, 56, 66, 72, 66, 72, 54, 90, 54, 90, 90, fill=WOOD)
    q = Person(c, 60, 18, BO, 7, turn=0.7, floor=66)
    q.right(78, 36)
    q.left(50, 40)
    p = Person(c, 20, 36, EVE, 8, turn=0.8, face="smile", floor=90)
    p.right(40, 42, "thumb")
    p.rest(-1)
    arrow(c, 78, 30, 88, 20, width=3)


@scene
def applaud(c: Canvas) -> None:
    for x, y, look in ((48, 24, GUS), (19, 32, ANA), (77, 32, DAN)):
        p = bust(c, x, y, look, 9.5)
        p.left(x - 4, y + 33, "palm")
        p.right(x + 4, y + 33, "palm")
        for dx in (-8, 0, 8):
            c.line(x + dx, y + 20 + abs(dx) * 0.3, x + dx * 1.3, y + 15.5 + abs(dx) * 0.3)


@scene
def worry(c: Canvas) -> None:
    p = bust(c, 48, 40, HUA.but(glasses=""), 16, face="worry")
    p.left(34, 54)
    p.right(62, 54)
    for x in (18, 78):
        c.path(trace("M", x - 5, " 24Q", x, " 18 ", x, " 24T", x + 5, " 24"))
