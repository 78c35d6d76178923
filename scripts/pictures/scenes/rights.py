"""Rights: who has them, who keeps them, who breaks them."""

import math

from canvas import APRICOT, GLASS, INK, MATTER, NO, PAPER, PLUM, STEEL, STONE, TEAL, WOOD, YES, Canvas, trace
from figure import (
    ANA, BO, BROWN, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, KIM, OFFICIAL_DARK, OFFICIAL_MAN, TAN, bust, child,
    hand_on_heart, stand, wheelchair)
from props import (
    arrow, bowl, box, coins, flag, floor, guitar, house, no, open_book, plate, rights_card, round_table, same,
    shield, star, table, thought, tune)
from scenes import scene
from scenes.papers import open_hand


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
    p = stand(c, 26, OFFICIAL_DARK, 9, turn=0.8)
    q = stand(c, 78, CHE, 9, turn=-0.8)
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
    c.shape(38, 8, 62, 6, 56, 17, 63, 28, 55, 40, 60, 52, 38, 54, fill=MATTER)
    c.circle(50, 17, 4.6, INK, None)
    c.path("M42 19L51 30V48", None, INK, 4.6)
    c.shape(71, 10, 91, 12, 91, 60, 68, 58, 64, 46, 72, 34, 65, 22, fill=MATTER)
    c.path("M74 35L85 24M73 45L82 54", None, INK, 4.6)
    p = bust(c, 24, 52, ANA, 11.5, face="sad")
    p.left(10, 62)
    p.right(38, 84)
    c.path("M33 58Q31 62 33 63Q35 62 33 58Z", GLASS, INK, 1.2)


@scene
def stop_harm(c: Canvas) -> None:
    v = stand(c, 85, CHE, 7.8, face="worry", turn=-0.7)
    v.rest()
    a = stand(c, 13, KIM, 8.2, face="shout", turn=0.8)
    a.rest(-1)
    a.right(29, 52, "point")
    for side in (-1, 1):
        c.line(15.4 + side * 1.4, 33, 15.4 + side * 5, 30.5, width=1.8)
    p = stand(c, 60, DAN, 9.2, face="flat", turn=-0.8)
    p.right(74, 62, "open")
    c.line(41, 30, 41, 62, width=3.4)
    p.left(42, 54)
    xy = []
    for step in range(8):
        angle = math.tau * (step + 0.5) / 8
        xy += [38 + 13 * math.cos(angle), 20 + 13 * math.sin(angle)]
    c.shape(*xy, fill=NO)
    c.path("M33.8 21V16M36.6 20V12.6M39.4 20V12.6M42.2 21V15M44.5 23L46 20", None, PAPER, 2.2)
    c.path("M33 20H43.2V23Q42 27.5 38 27.5Q33.4 27.5 33 23Z", PAPER, None)
    floor(c)


@scene
def equal(c: Canvas) -> None:
    p = wheelchair(c, 24, 30, BO, 9.4, turn=0.3)
    q = stand(c, 76, HUA, 9.4, floor=86)
    for person, x in ((p, 24), (q, 76)):
        star(c, x, 56, 9.4)
        person.left(x - 10, 57)
        person.right(x + 10, 57)
    same(c, 50, 34, 18)
    floor(c, 86, 4, 92)


@scene
def gender_equality(c: Canvas) -> None:
    p = bust(c, 22, 26, ANA.but(clothes=TEAL), 11)
    q = bust(c, 74, 26, IAN.but(clothes=TEAL), 11)
    table(c, 4, 76, 88, 26)
    for x in (24, 72):
        coins(c, x, 72, 4, 9)
    for person, x in ((p, 24), (q, 72)):
        person.left(x - 12, 66)
        person.right(x + 12, 66)
    same(c, 48, 44, 18)


@scene
def no_discrimination(c: Canvas) -> None:
    keep_out(c)
    no(c)


def keep_out(c: Canvas) -> None:
    bust(c, 76, 32, GUS, 6.6, face="angry", turn=-0.8, down=66)
    p = bust(c, 60, 24, CHE, 7, face="angry", turn=-0.8, down=70)
    bust(c, 76, 48, DAN, 6.6, face="angry", turn=-0.8, down=76)
    p.left(45, 28, "stop")
    wheelchair(c, 29, 51, JUN, 6.2, way=1, face="sad").rest()


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
    p = stand(c, 15.6, IAN.but(hair="short", glasses="dark"), 8, floor=88, turn=0.3)
    p.rest(-1)
    r = stand(c, 76, CHE.but(clothes=TEAL, build=1), 9, floor=88)
    q = wheelchair(c, 44, 47, EVE.but(clothes=APRICOT), 8)
    q.left(39, 71)
    q.right(51, 71)
    c.limb([(24, 60), (29, 91)], PAPER, 5)
    p.right(24, 61)
    for side, x, y, angle in ((-1, 66, 63, -0.3), (1, 85, 55, -1.5)):
        r.arm(side, x - side, y + 4, "none")
        open_hand(c, x, y, angle, r.look.skin)
    c.path("M66 74Q72 76 77 72M92 36Q94.4 41 93 46", None, INK, 1.8)


@scene
def different_people(c: Canvas) -> None:
    for x, y, look in ((13, 20, GUS), (35, 13, EVE), (60, 13, FAY), (83, 20, DAN)):
        bust(c, x, y, look, 8, down=90)
    bust(c, 12, 56, HUA, 7.6)
    child(c, 85, JUN.but(skirt=True, legs=INK), 7, floor=94).rest()
    p = wheelchair(c, 46, 40, BO.but(clothes=STONE), 9.6, way=1, turn=0.2)
    p.left(42, 68)
    p.right(56, 68)


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
    for x, y, look in ((22, 18, CHE), (48, 28, JUN.but(skin=BROWN, clothes=STONE)), (74, 18, DAN)):
        bust(c, x, y, look, 9, face="sad", down=60)
    c.shape(6, 54, 90, 54, 99, 98, -3, 98, fill=WOOD)
    for x, y in ((21, 68), (48, 82), (75, 68)):
        plate(c, x, y, 13)
    for x in (39, 57):
        c.line(x, 60, x, 69, width=2)
        c.ellipse(x, 60, 1.8, 2.6, STEEL)


@scene
def respect(c: Canvas) -> None:
    for x, look, way in ((25, IAN, 1), (71, ANA.but(clothes=TEAL), -1)):
        p = bust(c, x, 40, look, 11.5, turn=way * 0.9, lean=way * 8)
        p.arm(-way, x - way * 15, 88)
        hand_on_heart(c, p, way, x + way * 5, 66)
        c.path(trace("M", x - way * 6, 19, "Q", x + way * 6, 15, x + way * 13, 23), None, INK, 2.4)
        c.path(trace("M", x + way * 13, 17, "L", x + way * 13, 23, "L", x + way * 7, 23), None, INK, 2.4)


@scene
def culture(c: Canvas) -> None:
    bust(c, 46, 28, HUA, 9)
    p = bust(c, 17, 32, EVE, 9, turn=0.5)
    r = bust(c, 78, 32, IAN, 9, turn=-0.5)
    c.shape(14, 72, 82, 72, 94, 98, 2, 98, fill=WOOD)
    bowl(c, 46, 74, 10, full=True)
    c.ellipse(26, 85, 9, 5, PAPER)
    for x in (23, 29):
        c.ellipse(x, 82, 4, 3, APRICOT)
    c.ellipse(66, 87, 10, 5, PAPER)
    c.circle(63, 83, 3.6, TEAL)
    c.circle(70, 84, 3.6, PLUM)
    p.right(35, 70)
    p.left(12, 74)
    r.right(90, 52)
    guitar(c, 68, 64, 92, 48, 1.15)
    r.left(66, 62)
    c.circle(88, 51, 3.2, r.look.skin)
    tune(c, 34, 16)
    tune(c, 62, 15)


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
    c.path("M8 96V82H54V96Z", TEAL)
    c.path("M88 96V82H54V96Z", APRICOT)
    flag(c, 52, 13, 60, "disc", 15, 10)
    p = bust(c, 68, 34, OFFICIAL_MAN, 9.6, face="angry", turn=-0.8, down=82)
    flag(c, 24, 39, 58, "triangle", 12, 8, way=-1)
    c.rect(17, 62, 25, 20)
    c.shape(13, 62, 29.5, 49, 46, 62, fill=PLUM)
    c.rect(22, 65, 15, 17, GLASS)
    bust(c, 29.5, 73, ANA, 4.8, face="worry", turn=0.8, down=82)
    for x in (51, 57, 63):
        c.shape(x - 2.6, 84, x - 2.6, 66, x, 62, x + 2.6, 66, x + 2.6, 84, fill=WOOD)
    p.left(42, 57, "open")
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
    bomb_attack(c)


def bomb_attack(c: Canvas) -> None:
    """Somebody with a masked face throws a bomb whose fuse burns; others cover their heads."""
    c.line(4, 90, 92, 90)
    p = stand(c, 22, KIM.but(clothes=STONE, skin=TAN), 7.8, floor=90, legs="walk")
    c.circle(22, p.y, 8.6, INK)
    c.rect(16, p.y - 3.2, 14, 5.6, TAN, None, rx=2.6)
    for x in (20.4, 26.6):
        c.circle(x, p.y - 0.4, 1.3, INK, None)
    p.rest(-1)
    p.right(39, 37, "open")
    c.path("M46 36Q43 39 41.6 43M51 40Q49 43 48 47", None, INK, 1.8)
    c.circle(55, 27, 8.4, INK)
    c.path("M50.4 25Q51.6 21.6 55 21.4", None, PAPER, 1.8)
    c.path("M60 20.6Q62 15 66 16", None, INK, 2.4)
    for x, y in ((70, 12), (72, 17), (67, 10.6)):
        c.line(67.4, 15, x, y, stroke=MATTER, width=2.4)
    q = stand(c, 70, ANA, 7.2, face="shout", turn=-0.6, floor=90)
    k = child(c, 85, BO, 6.2, face="worry", turn=-0.6, floor=90)
    q.left(60.4, q.y - 3, bend=1)
    q.right(79.6, q.y - 3, bend=1)
    k.left(77.6, k.y - 3, bend=1)
    k.right(92.4, k.y - 3, bend=1)


@scene
def no_terrorism(c: Canvas) -> None:
    bomb_attack(c)
    no(c)