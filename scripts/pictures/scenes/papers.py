"""The papers, and what the Council does with them."""

import math

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, STATE, UNITED, WOOD, Canvas, trace
from figure import (
    ANA, BLACK, BO, CHESTNUT, DAN, EVE, FAY, GREY, GUS, HUA, JUN, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF,
    OFFICIAL_WOMAN, UN_MAN, UN_WOMAN, Person, back, bust, stand)
from props import arrow, ballot_box, cross, floor, gavel, globe, house, lectern, megaphone, paper, star, table, tick
from scenes import scene


@scene
def easy_read(c: Canvas) -> None:
    p = bust(c, 17, 20, JUN, 10.5, turn=0.8)
    q = bust(c, 79, 20, DAN, 10.5, turn=-0.8)
    easy_page(c, 21, 28, 54, 66)
    p.left(21, 66, bend=1)
    q.right(75, 66, bend=1)


@scene
def official_text(c: Canvas) -> None:
    p = bust(c, 20, 36, UN_WOMAN, 11, turn=0.8)
    c.rect(40, 5, 50, 86, PAPER, rx=1)
    c.rect(40, 5, 50, 17, UNITED, rx=1)
    globe(c, 65, 13.5, 5.6, PAPER)
    for y in (30, 37, 44):
        c.line(47, y, 83, y, width=2.4)
    c.line(47, 51, 66, 51, width=2.4)
    c.circle(74, 74, 11.5, None, UNITED, 3)
    c.circle(74, 74, 7.5, None, UNITED, 2)
    star(c, 74, 74, 4.6, UNITED)
    c.rect(45, 71, 16, 6, UNITED, rx=1)
    c.limb([(53, 70), (53, 58)], WOOD, 6)
    p.right(51, 60)
    p.left(8, 80)


@scene
def adopt(c: Canvas) -> None:
    for x, y, look, side in (
        (19, 36, OFFICIAL_WOMAN, -1), (40, 30, OFFICIAL_DARK, -1), (58, 30, OFFICIAL_SCARF, 1), (79, 36, OFFICIAL_MAN, 1)):
        p = bust(c, x, y, look, 7.2)
        p.arm(side, x + side * 11, y - 8, "stop")
    table(c, 4, 60, 88, 36)
    paper(c, 34, 54, 28, 37, "tick")


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
    for x, y, look, yes in ((18, 22, OFFICIAL_SCARF, 1), (48, 20, OFFICIAL_WOMAN, 1), (78, 22, OFFICIAL_MAN, 0)):
        p = bust(c, x, y, look, 8.6, face="smile" if yes else "flat", down=84)
        p.left(x - 10, 58)
        p.right(x + 10, 58)
        c.rect(x - 12, 42, 24, 28, PAPER, rx=2)
        if yes:
            tick(c, x, 56, 17)
        else:
            cross(c, x, 56, 18)
        for side in (-1, 1):
            c.circle(x + side * 12, 58, 3.2, look.skin)
    table(c, 3, 76, 90, 24)


@scene
def decide(c: Canvas) -> None:
    p = bust(c, 40, 20, UN_WOMAN, 10.5, face="speak")
    table(c, 6, 54, 84, 40, UNITED)
    paper(c, 11, 32, 17, 21, "tick")
    c.rect(64, 48, 20, 6, WOOD, rx=1)
    gavel(c, 73, 39, 59, 28)
    p.right(59, 28)
    p.left(33, 52)
    for x1, y1, x2, y2 in ((83, 34, 88, 30), (86, 42, 92, 42)):
        c.line(x1, y1, x2, y2)
    for x, hair in ((20, CHESTNUT), (48, BLACK), (76, GREY)):
        back(c, x, 76, 8.4, STATE, hair)


@scene
def request(c: Canvas) -> None:
    p = bust(c, 18, 34, UN_WOMAN, 11, turn=0.8, face="speak")
    q = bust(c, 79, 34, OFFICIAL_DARK, 10.5, turn=-0.8)
    arrow(c, 36, 13, 60, 13, INK, 5, 9)
    c.rect(32, 28, 31, 44, PAPER, rx=1)
    for y in (36, 49, 62):
        c.rect(36, y - 3.4, 7, 7, PAPER)
        c.line(48, y, 58, y, width=3)
    p.left(14, 80)
    p.right(34, 68)
    q.right(88, 84)
    q.left(61, 66)


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
    c.shape(46, 92, 46, 82, 62, 82, 62, 70, 78, 70, 78, 58, 92, 58, 92, 92, fill=WOOD)
    q = stand(c, 70, BO.but(clothes=APRICOT), 7.6, floor=70, turn=-0.8)
    q.right(84, 40)
    q.left(57, 44)
    p = bust(c, 21, 42, EVE, 12, turn=0.8)
    p.left(8, 90)
    p.right(43, 69, "none")
    c.limb([(44, 65), (45, 51)], p.look.skin, 8)
    c.circle(43, 68, 7, p.look.skin)
    c.path("M43 65H50M43 69.5H50", None, INK, 1.6)


@scene
def applaud(c: Canvas) -> None:
    bust(c, 48, 17, GUS, 8.6)
    for x, look in ((24, ANA), (72, DAN)):
        clap(c, bust(c, x, 32, look, 10.5), x, 72)


@scene
def worry(c: Canvas) -> None:
    p = bust(c, 48, 40, HUA.but(glasses=""), 16, face="worry")
    p.left(34, 54)
    p.right(62, 54)
    for x in (18, 78):
        c.path(trace("M", x - 5, " 24Q", x, " 18 ", x, " 24T", x + 5, " 24"))


def easy_page(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A page of easy read so large that its picture and its lines can be told apart."""
    c.rect(x, y, w, h, PAPER, rx=1.5)
    left, wide, high = x + w * 0.13, w * 0.74, h * 0.46
    c.rect(left, y + h * 0.09, wide, high, GLASS)
    house(c, left + wide * 0.14, y + h * 0.09 + high * 0.55, wide * 0.42, high * 0.45 - 1)
    c.circle(left + wide * 0.8, y + h * 0.09 + high * 0.3, high * 0.14, MATTER)
    c.line(left, y + h * 0.72, left + wide, y + h * 0.72, width=4)
    c.line(left, y + h * 0.87, left + wide * 0.6, y + h * 0.87, width=4)


def clap(c: Canvas, p: Person, x: float, y: float) -> None:
    """Two hands that meet at (x, y), one behind the other, and the sound they make."""
    p.left(x - 11, y + 5, "none")
    open_hand(c, x - 3, y + 2, -1.25, p.look.skin)
    p.right(x + 12, y + 7, "none")
    open_hand(c, x + 6, y + 5, -2.05, p.look.skin)
    for x1, y1, x2, y2 in ((-9, -15, -12, -20), (-1, -17, -1, -23), (7, -15, 10, -20)):
        c.line(x + x1, y + y1, x + x2, y + y2, stroke=PAPER, width=4.4)
        c.line(x + x1, y + y1, x + x2, y + y2, width=2.4)


def open_hand(c: Canvas, x: float, y: float, angle: float, skin: str) -> None:
    """A large hand whose fingers point at `angle`."""
    dx, dy = math.cos(angle), math.sin(angle)
    d = "".join(
        trace("M", x - dy * at, y + dx * at, "L", x - dy * at + dx * far, y + dx * at + dy * far)
        for at, far in ((-4.5, 10), (-1.5, 12.5), (1.5, 12), (4.5, 9.5)))
    c.path(d, None, INK, 5)
    c.circle(x, y, 6, skin)
    c.path(d, None, skin, 1.8)
