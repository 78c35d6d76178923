"""The papers, and what the Council does with them."""

from canvas import APRICOT, INK, MATTER, PAPER, PLUM, STATE, STONE, TEAL, WOOD, YES, Canvas
from figure import (
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, UN_MAN, UN_WOMAN, Person,
    bust, wheelchair)
from props import (
    arrow, ballot_box, bubble, cross, flag, floor, gavel, lectern, megaphone, paper, sound, table, talk, thought, tick)
from scenes import scene


@scene
def easy_read(c: Canvas) -> None:
    p = bust(c, 22, 28, JUN, 11, turn=0.8)
    q = bust(c, 74, 30, DAN, 11, turn=-0.8)
    paper(c, 28, 36, 40, 50, "easy")
    p.right(30, 72)
    q.left(66, 58, "point")
    p.left(10, 66)
    q.right(86, 68)


@scene
def official_text(c: Canvas) -> None:
    p = Person(c, 20, 24, CHE, 8.5, turn=0.8)
    paper(c, 62, 12, 28, 44, "seal")
    paper(c, 40, 58, 16, 22, "easy")
    p.right(52, 36, "point")
    p.rest(-1)
    tick(c, 84, 62, 20)


@scene
def resolution(c: Canvas) -> None:
    paper(c, 30, 6, 36, 46, "seal")
    flag(c, 10, 14, 60, "disc", 14)
    flag(c, 86, 14, 60, "triangle", 14, way=-1)
    p = bust(c, 48, 62, UN_WOMAN, 9)
    p.left(30, 46)
    p.right(66, 46)


@scene
def adopt(c: Canvas) -> None:
    for x, y, look, side in ((18, 32, OFFICIAL_WOMAN, -1), (40, 28, OFFICIAL_DARK, -1), (60, 32, OFFICIAL_SCARF, 1), (80, 28, OFFICIAL_MAN, 1)):
        p = bust(c, x, y, look, 7.5)
        p.arm(side, x + side * 8, y - 18, "open")
    table(c, 4, 52, 88, 38)
    paper(c, 34, 54, 28, 34, "tick")


@scene
def vote(c: Canvas) -> None:
    ballot_box(c, 50, 58, 34, 30)
    p = Person(c, 26, 24, FAY, 9, turn=0.8)
    paper(c, 58, 38, 16, 20, "tick")
    p.right(58, 48)
    p.rest(-1)
    floor(c, 88)


@scene
def vote_result(c: Canvas) -> None:
    for x, y, look, yes in ((16, 44, OFFICIAL_WOMAN, 1), (38, 44, OFFICIAL_DARK, 1), (60, 44, OFFICIAL_SCARF, 1), (81, 44, OFFICIAL_MAN, 0)):
        p = bust(c, x, y, look, 7.5, face="smile" if yes else "flat")
        c.rect(x - 8, 10, 16, 18, PAPER, rx=2)
        if yes:
            tick(c, x, 19, 12)
        else:
            cross(c, x, 19, 13)
        p.left(x - 8, 28)
        p.right(x + 8, 28)
    table(c, 4, 66, 88, 24)


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
    p = Person(c, 20, 24, UN_WOMAN, 8.5, turn=0.8, face="speak")
    q = Person(c, 76, 24, OFFICIAL_DARK, 8.5, turn=-0.8)
    paper(c, 38, 30, 22, 28, "todo")
    p.right(40, 46)
    q.left(60, 50)
    p.rest(-1)
    q.rest(1)
    floor(c)


@scene
def call_on(c: Canvas) -> None:
    p = bust(c, 18, 30, UN_MAN, 10, turn=0.7, face="shout")
    lectern(c, 18, 58, 28, 30)
    megaphone(c, 28, 34, 1.1)
    p.right(36, 42)
    p.left(10, 54)
    for y in (20, 34, 48):
        c.line(50, y + (y - 34) * 0.2, 58, y + (y - 34) * 0.6)
    for x, y, look in ((66, 66, OFFICIAL_WOMAN), (84, 64, OFFICIAL_DARK), (76, 36, OFFICIAL_SCARF)):
        bust(c, x, y, look, 6.5, down=y + 24, turn=-0.8)


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
    for x, y, look in ((48, 28, GUS), (20, 34, ANA), (76, 34, DAN)):
        p = bust(c, x, y, look, 9.5)
        p.left(x - 3, y + 28)
        p.right(x + 3, y + 28)
        for way in (-1, 1):
            c.line(x + way * 9, y + 21, x + way * 12, y + 17)
        c.line(x, y + 20, x, y + 15)


@scene
def worry(c: Canvas) -> None:
    p = bust(c, 48, 40, HUA.but(glasses=False), 16, face="worry")
    p.left(34, 54)
    p.right(62, 54)
    for x in (18, 78):
        c.path(f"M{x - 5} 24Q{x} 18 {x} 24T{x + 5} 24")
