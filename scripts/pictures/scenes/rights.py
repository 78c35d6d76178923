"""Rights: who has them, who keeps them, who breaks them."""

import math

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STEEL, TEAL, WOOD, YES, Canvas, trace
from figure import (
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, KIM, OFFICIAL_MAN, OFFICIAL_WOMAN, Person, bust, child, stand, wheelchair)
from props import arrow, bowl, box, flag, floor, house, no, open_book, rights_card, round_table, shield, table, thought, tick
from scenes import scene


@scene
def human_rights(c: Canvas) -> None:
    p = bust(c, 50, 20, EVE, 8.4)
    r = bust(c, 80, 28, HUA, 8.4)
    s = wheelchair(c, 20, 38, KIM.but(clothes=TEAL), 8.2, turn=0)
    for person, x, y in ((p, 50, 50), (r, 80, 58), (s, 22, 66)):
        rights_card(c, x, y, 1.5)
        person.left(x - 10, y + 3)
        person.right(x + 10, y + 3)


@scene
def rights_online(c: Canvas) -> None:
    c.rect(50, 8, 38, 70, INK, rx=5)
    c.rect(54, 14, 30, 54, GLASS, None)
    rights_card(c, 69, 41, 2.3)
    p = bust(c, 24, 34, JUN, 10.5, turn=0.8)
    p.right(56, 56)
    p.left(12, 76)


@scene
def state_duty(c: Canvas) -> None:
    flag(c, 8, 10, 88, "disc", 20, 13)
    p = stand(c, 26, OFFICIAL_WOMAN, 9, turn=0.8)
    q = stand(c, 78, DAN, 9, turn=-0.8)
    rights_card(c, 52, 46, 1.7)
    p.right(43, 54)
    p.rest(-1)
    q.left(62, 54)
    q.rest(1)
    floor(c)


@scene
def protect(c: Canvas) -> None:
    stand(c, 13, HUA, 7.8, turn=0.6).rest()
    child(c, 30, BO, 7, turn=0.6).rest()
    p = stand(c, 50, EVE.but(skirt=False), 9.2, turn=0.8, face="flat")
    p.rest(-1)
    shield(c, 69, 28, 26, 48)
    p.right(64, 56)
    for y in (24, 48, 72):
        arrow(c, 93, y, 86, y, width=2.4, head=4)
    floor(c)


@scene
def harm(c: Canvas) -> None:
    p = bust(c, 48, 22, ANA, 10.5, face="sad")
    c.shape(8, 56, 42, 54, 37, 64, 43, 73, 36, 82, 40, 92, 10, 92, fill=MATTER)
    c.circle(30, 64, 4.4, INK, None)
    c.path("M17 66L32 76V90", None, INK, 5)
    c.shape(57, 54, 88, 56, 86, 92, 54, 92, 57, 83, 51, 74, 57, 65, fill=MATTER)
    c.path("M60 76L78 64", None, INK, 5)
    tick(c, 74, 81, 16)
    p.left(13, 56)
    p.right(83, 56)
    c.path("M42 29Q40 33 42 34Q44 33 42 29Z", GLASS, INK, 1.2)


@scene
def stop_harm(c: Canvas) -> None:
    v = stand(c, 82, CHE, 8, face="worry", turn=-0.7)
    v.rest()
    a = stand(c, 16, KIM, 8.6, face="angry", turn=0.8)
    a.rest(-1)
    p = stand(c, 56, DAN, 9.4, face="flat", turn=-0.8)
    p.right(72, 62, "open")
    a.right(33, 28, bend=1)
    p.left(40, 38, "open")
    c.path("M24 18Q30 14 36 17M25 24Q27 21 29 21", None, INK, 1.8)
    floor(c)


@scene
def equal(c: Canvas) -> None:
    c.rect(6, 78, 84, 12, WOOD)
    p = stand(c, 20, IAN, 8, floor=78)
    q = wheelchair(c, 50, 32, ANA, 8, turn=0)
    r = stand(c, 79, HUA, 8, floor=78)
    for x, y in ((20, 58), (56, 56), (79, 58)):
        box(c, x - 7, y - 7, 14, 12, MATTER)
    p.left(13, 56)
    p.right(27, 56)
    q.left(49, 56)
    q.right(63, 56)
    r.left(72, 56)
    r.right(86, 56)


@scene
def gender_equality(c: Canvas) -> None:
    c.path("M48 18V88M34 88H62M14 22H82", None, INK, 4)
    c.circle(48, 18, 4, MATTER)
    for x, look in ((22, EVE), (74, BO)):
        c.path(trace("M", x - 14, " 72L", x, " 22L", x + 14, " 72"), None, INK, 1.5)
        stand(c, x, look, 6.6, floor=72).rest()
        c.path(trace("M", x - 17, " 72H", x + 17, "Q", x + 12, " 81 ", x, " 81T", x - 17, " 72Z"), MATTER)


@scene
def no_discrimination(c: Canvas) -> None:
    keep_out(c)
    no(c)


def keep_out(c: Canvas) -> None:
    for x, look in ((78, CHE), (69, GUS)):
        stand(c, x, look, 6.2, face="flat", turn=-0.8, floor=72).rest()
    p = stand(c, 58, KIM, 7, face="angry", turn=-0.8, floor=76)
    p.rest(1)
    wheelchair(c, 30, 46, DAN, 6.8, way=1, face="sad").rest()
    p.left(44, 38, "open")


@scene
def left_out(c: Canvas) -> None:
    for x, y, look, t in ((14, 24, CHE, 0.5), (34, 20, IAN, 0), (54, 24, FAY, -0.5)):
        bust(c, x, y, look, 7.4, down=48, turn=t)
    round_table(c, 34, 48, 30, 8)
    c.path("M4 92V66M22 92V66M40 92V66M58 92V66M4 72H58M4 84H58", None, INK, 2.4)
    p = bust(c, 77, 56, HUA.but(hair="bob", glasses=""), 10, face="sad", turn=-0.7)
    p.rest()


@scene
def persons_with_disabilities(c: Canvas) -> None:
    p = stand(c, 15, IAN.but(hair="short", glasses="dark"), 9, floor=90)
    p.rest(-1)
    c.limb([(28, 60), (34, 88)], PAPER, 4)
    p.right(28, 60)
    q = wheelchair(c, 49, 39, ANA, 8.6)
    q.left(45, 66)
    q.right(57, 66)
    r = stand(c, 79, CHE, 9, floor=90)
    r.left(69, 44, "open")
    r.right(88, 54, "open")
    c.path("M62 37Q59 41 61 46M93 43Q95 47 94 51")


@scene
def different_people(c: Canvas) -> None:
    for x, y, look in ((20, 20, GUS), (46, 16, EVE), (74, 20, FAY)):
        bust(c, x, y, look, 8)
    for x, y, look in ((38, 46, JUN), (84, 48, DAN), (62, 48, HUA)):
        bust(c, x, y, look, 8)
    wheelchair(c, 20, 48, BO, 8, turn=0.2).rest()


@scene
def needs(c: Canvas) -> None:
    p = bust(c, 26, 58, JUN, 11, face="flat", turn=0.5)
    thought(c, 26, 6, 64, 34, (40, 52))
    house(c, 33, 22, 13, 11)
    c.rect(53, 16, 12, 18, PAPER, rx=2)
    c.rect(54, 11, 10, 5, STEEL)
    c.path("M59 21V29M55 25H63", None, INK, 2.4)
    open_book(c, 78, 18, 16, 13)
    p.right(36, 78)
    p.left(12, 90)


@scene
def hard_life(c: Canvas) -> None:
    for x, y, look in ((22, 28, IAN), (72, 28, FAY)):
        bust(c, x, y, look, 9, face="sad")
    bust(c, 48, 42, JUN, 8, face="sad")
    table(c, 4, 66, 88, 30)
    for x in (22, 48, 74):
        bowl(c, x, 58, 8)


@scene
def respect(c: Canvas) -> None:
    for x, look, way in ((36, IAN, 1), (60, ANA, -1)):
        p = Person(c, x, 34, look, 9, turn=way * 0.9, lean=way * 17, floor=88, torso=18)
        p.arm(-way, x - way * 12, 62)
        p.arm(way, x - way * 4, 58)
    floor(c)


@scene
def culture(c: Canvas) -> None:
    p = bust(c, 20, 34, BO, 8.5, turn=0.5)
    c.shape(5, 28, 20, 10, 35, 28, fill=MATTER)
    q = bust(c, 50, 32, EVE, 8.5)
    c.path("M40 27Q40 14 50 14T60 27Q50 22 40 27Z", PLUM)
    c.path("M42 24L46 17M50 23V15M58 24L54 17", None, MATTER, 1.6)
    r = bust(c, 79, 34, IAN, 8.5, turn=-0.5)
    c.path("M70 30Q68 18 79 18T88 30Q79 25 70 30Z", PAPER)
    c.path("M72 26Q80 19 86 25M75 22Q82 18 87 27", None, INK, 1.3)
    table(c, 4, 70, 88, 26)
    bowl(c, 48, 62, 10, full=True)
    p.right(38, 62)
    c.ellipse(74, 62, 8, 6, WOOD)
    c.limb([(80, 58), (92, 44)], WOOD, 4.4)
    c.circle(74, 62, 2, INK, None)
    r.left(73, 58)
    r.right(90, 47)
    q.left(42, 58)


@scene
def choose(c: Canvas) -> None:
    flag(c, 6, 6, 88, "stripes", 20, 13)
    for x, fill in ((48, APRICOT), (66, TEAL), (84, PLUM)):
        c.rect(x - 7.5, 40, 15, 48, fill)
        c.circle(x + 4, 66, 1.5, INK, None)
    c.rect(57, 38, 18, 51, None, MATTER, width=4)
    p = stand(c, 22, FAY, 9, turn=0.8)
    p.right(52, 32, "point")
    p.rest(-1)
    arrow(c, 66, 20, 66, 33, YES, 4, 7)
    floor(c)


@scene
def no_interference(c: Canvas) -> None:
    flag(c, 64, 14, 60, "triangle", 18, 12)
    bust(c, 72, 46, OFFICIAL_WOMAN, 8.5, face="worry", turn=-0.8)
    table(c, 44, 70, 50, 30)
    c.rect(50, 60, 16, 10, MATTER)
    flag(c, 16, 14, 60, "disc", 18, 12)
    p = bust(c, 24, 46, OFFICIAL_MAN, 9, face="angry", turn=0.8)
    p.right(50, 62, "open")
    no(c)


@scene
def pressure(c: Canvas) -> None:
    flag(c, 36, 8, 60, "disc", 20, 13, way=-1)
    for x, y in ((4, 76), (4, 63)):
        box(c, x, y, 15, 13)
    p = stand(c, 36, OFFICIAL_MAN, 8.4, face="angry", turn=-0.8)
    p.rest(1)
    p.left(23, 66, "open")
    c.rect(50, 40, 7, 48, APRICOT)
    c.path("M50 48H57M50 56H57M50 64H57M50 72H57M50 80H57")
    flag(c, 66, 12, 60, "triangle", 20, 13)
    for x, look in ((68, FAY), (84, CHE)):
        stand(c, x, look, 7.2, face="sad", turn=-0.7).rest()
    floor(c, 88, 3, 93)


@scene
def terrorism(c: Canvas) -> None:
    explosion(c)


def explosion(c: Canvas) -> None:
    xy = []
    for step in range(22):
        far = (30, 17, 24, 15, 33, 18)[step % 6]
        a = math.tau * step / 22 - 0.4
        xy += [29 + far * math.cos(a), 58 + far * math.sin(a)]
    c.shape(*xy, fill=MATTER)
    c.circle(29, 64, 13, INK)
    c.path("M38 55Q44 46 50 50", None, INK, 2.8)
    c.path("M22 60Q23 55 27 54", None, PAPER, 2)
    for x, y in ((6, 16), (22, 9), (42, 16), (12, 30), (52, 28)):
        c.shape(x, y, x + 6, y + 2, x + 4, y + 8, x - 2, y + 6, fill=STEEL)
    for x, look in ((66, ANA), (84, DAN)):
        p = stand(c, x, look, 7.8, face="shout", legs="walk", turn=0.6, floor=90)
        p.left(x - 10, p.y - 8, "open", bend=1)
        p.right(x + 8, p.y - 10, "open", bend=1)
    c.line(4, 90, 92, 90)


@scene
def no_terrorism(c: Canvas) -> None:
    explosion(c)
    no(c)
