"""What people and countries do together."""

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STATE, STEEL, STONE, TEAL, WOOD, YES, Canvas, trace
from figure import (
    LIGHT, TAN,
    ANA, BO, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN, UN_MAN,
    UN_WOMAN, Person, bust, stand, wheelchair)
from props import (
    arrow, ask, board, bubble, bulb, chair, flag, floor, gear, laptop, microphone, open_book, paper, puzzle, rights_card,
    rock, round_table, screen, sound, star, table, talk, toolbox, wrench)
from scenes import scene


@scene
def meeting(c: Canvas) -> None:
    for x, y, look, t in ((34, 36, ANA, 0.4), (58, 32, DAN, 0), (81, 36, HUA, -0.6)):
        bust(c, x, y, look, 8, turn=t, down=66, face="speak" if look is DAN else "smile")
    bubble(c, 64, 4, 26, 15, (62, 26))
    talk(c, 70, 9, 14)
    bubble(c, 6, 6, 26, 15, (30, 27))
    talk(c, 12, 11, 14)
    round_table(c, 56, 72, 38, 13)
    for x, y in ((36, 68), (56, 64), (76, 68)):
        paper(c, x - 5, y, 11, 8, "none")
    wheelchair(c, 14, 46, IAN, 7.8).rest(-1)


@scene
def hybrid_meeting(c: Canvas) -> None:
    c.rect(6, 6, 84, 42, INK, rx=3)
    for x, look in ((9, EVE), (36, GUS), (63, FAY)):
        c.rect(x, 10, 24, 34, GLASS, None)
        bust(c, x + 12, 26, look, 7, down=44)
    for x, look in ((18, BO), (48, CHE), (78, DAN)):
        bust(c, x, 64, look, 7.6)
    table(c, 4, 82, 88, 16)
    microphone(c, 33, 74, 82)
    microphone(c, 63, 74, 82)


@scene
def dialogue(c: Canvas) -> None:
    p = bust(c, 22, 52, ANA, 11, turn=0.9, face="speak")
    q = bust(c, 74, 52, IAN, 11, turn=-0.9)
    bubble(c, 6, 8, 46, 24, (32, 46), APRICOT)
    talk(c, 14, 16, 24)
    bubble(c, 46, 16, 44, 22, (66, 46), TEAL)
    talk(c, 54, 24, 24)
    p.right(42, 80, "open")
    q.left(58, 84, "open")


@scene
def consult(c: Canvas) -> None:
    flag(c, 6, 8, 60, "disc", 18, 12)
    flag(c, 90, 8, 60, "triangle", 18, 12, way=-1)
    p = bust(c, 22, 38, OFFICIAL_WOMAN, 9.5, turn=0.8, face="speak")
    q = bust(c, 74, 38, OFFICIAL_DARK, 9.5, turn=-0.8, face="speak")
    bubble(c, 27, 4, 20, 15, (29, 32))
    talk(c, 32, 9, 10)
    bubble(c, 50, 4, 20, 15, (68, 32))
    talk(c, 55, 9, 10)
    table(c, 4, 76, 88, 24)
    paper(c, 34, 54, 28, 22, "lines")
    p.rest(-1)
    q.rest(1)
    p.right(37, 66, "point")
    q.left(60, 66, "point")


@scene
def agree(c: Canvas) -> None:
    p = bust(c, 22, 28, CHE, 10, turn=0.8)
    q = bust(c, 74, 28, IAN, 10, turn=-0.8)
    p.left(10, 66)
    q.right(86, 66)
    paper(c, 33, 58, 30, 32, "tick")
    p.right(47, 50)
    q.left(50, 50)
    clasp(c, 48, 50)


def clasp(c: Canvas, x: float, y: float) -> None:
    """Two hands that hold each other."""
    c.rect(x - 6, y - 3.6, 12, 7.6, TAN, rx=3.4)
    c.path(trace("M", x - 1, y - 3, "V", y + 3, "M", x + 2, y - 3, "V", y + 2), None, INK, 1.2)


@scene
def promise(c: Canvas) -> None:
    p = bust(c, 46, 28, UN_WOMAN.but(clothes=STATE, skin=LIGHT), 11, face="speak")
    table(c, 6, 70, 84, 28)
    c.rect(56, 60, 30, 10, STATE, rx=2)
    c.rect(58, 66, 28, 4, PAPER, width=1.5)
    p.left(18, 26, "open", bend=1)
    p.right(70, 59)
    flag(c, 84, 8, 58, "triangle", 18, 12, way=-1)


@scene
def speak(c: Canvas) -> None:
    p = bust(c, 28, 44, JUN, 13, turn=0.6, face="speak")
    bubble(c, 46, 8, 44, 28, (40, 48))
    talk(c, 54, 16, 28, 3)
    microphone(c, 52, 58, 97)
    p.right(52, 72)
    p.left(12, 84)


@scene
def listen(c: Canvas) -> None:
    p = bust(c, 26, 44, DAN, 13, turn=0.8)
    bust(c, 80, 44, FAY, 9.5, turn=-0.8, face="speak")
    bubble(c, 46, 8, 44, 20, (76, 36))
    talk(c, 54, 14, 28)
    p.rest(-1)
    p.right(42, 45, bend=1)
    c.path("M41 37Q47 44 42 52", None, INK, 2)
    sound(c, 68, 50, -1, 3)


@scene
def take_part(c: Canvas) -> None:
    p = bust(c, 60, 28, EVE, 8.6, turn=-0.7, down=62)
    bust(c, 82, 28, GUS, 8.6, turn=-0.7, down=62)
    round_table(c, 76, 60, 19, 8)
    c.line(76, 72, 76, 88, width=5)
    p.left(44, 26, "open", bend=1)
    chair(c, 44, 70, 1, 1.1)
    arrow(c, 29, 78, 40, 78, YES, 4, 6)
    stand(c, 15, CHE, 9, legs="walk", floor=90, turn=0.8).rest()
    c.line(4, 90, 92, 90)


@scene
def decide_together(c: Canvas) -> None:
    for x, y, look in ((20, 24, GUS), (48, 20, EVE), (76, 24, OFFICIAL_WOMAN)):
        bust(c, x, y, look, 8)
    c.shape(14, 56, 82, 56, 92, 90, 4, 90, fill=WOOD)
    c.shape(24, 58, 72, 58, 80, 86, 16, 86, fill=PAPER)
    c.path("M22 66H74M46 58L44 86M62 58Q60 72 70 86", None, STONE, 2)
    c.rect(28, 69, 10, 8, APRICOT)
    c.rect(50, 60, 8, 6, TEAL)
    star(c, 52, 75, 6)
    for x, y, look, side, to in ((20, 24, GUS, 1, (36, 66)), (48, 20, EVE, -1, (46, 64)), (76, 24, OFFICIAL_WOMAN, -1, (62, 68))):
        q = bust_arm(c, x, y, look)
        q.arm(side, *to, "point")


def bust_arm(c: Canvas, x: float, y: float, look) -> Person:
    """Somebody who is drawn already, for an arm above the table."""
    quiet = Canvas()
    person = bust(quiet, x, y, look, 8)
    person.canvas = c
    return person


@scene
def invite(c: Canvas) -> None:
    c.rect(6, 14, 30, 76, GLASS)
    c.shape(36, 14, 50, 20, 50, 96, 36, 90, fill=WOOD)
    p = stand(c, 24, UN_WOMAN, 8.6, floor=90, turn=0.8)
    p.right(44, 40, "open")
    p.left(12, 50)
    q = stand(c, 64, IAN, 7.6, floor=90, turn=-0.8, legs="walk")
    q.rest()
    r = stand(c, 82, CHE, 7.6, floor=90, turn=-0.8)
    r.rest()
    arrow(c, 74, 22, 54, 22, YES, 4, 7)


@scene
def work_together(c: Canvas) -> None:
    p = bust(c, 20, 24, ANA, 8.6, turn=0.7)
    q = bust(c, 76, 24, DAN, 8.6, turn=-0.7)
    bust(c, 48, 20, GUS, 8.6)
    table(c, 4, 84, 88, 14)
    puzzle(c, 36, 70, 24, APRICOT, "right")
    puzzle(c, 60, 70, 24, TEAL, "none")
    puzzle(c, 36, 47, 22, MATTER, "right")
    puzzle(c, 62, 44, 22, PLUM, "none")
    p.right(28, 58)
    q.left(70, 52)
    p.left(14, 76)
    q.right(84, 76)


@scene
def countries_cooperate(c: Canvas) -> None:
    flag(c, 8, 6, 88, "disc", 28, 18)
    flag(c, 88, 6, 88, "bands", 28, 18, way=-1)
    p = stand(c, 26, OFFICIAL_WOMAN, 9, turn=0.8)
    q = stand(c, 70, OFFICIAL_DARK, 9, turn=-0.8)
    p.right(46, 56)
    q.left(50, 56)
    clasp(c, 48, 56)
    p.rest(-1)
    q.rest(1)
    floor(c)


@scene
def three_way_cooperation(c: Canvas) -> None:
    for x, kind, way in ((14, "disc", 1), (48, "bands", 1), (82, "triangle", -1)):
        flag(c, x - way * 8, 4, 40, kind, 18, 12, way)
    people = [stand(c, x, look, 8, floor=88) for x, look in ((18, OFFICIAL_WOMAN), (48, OFFICIAL_DARK), (78, OFFICIAL_SCARF))]
    people[0].right(33, 64)
    people[1].left(33, 64)
    people[1].right(63, 64)
    people[2].left(63, 64)
    people[0].left(8, 66)
    people[2].right(88, 66)
    floor(c)


@scene
def ask_for_help(c: Canvas) -> None:
    p = bust(c, 26, 46, EVE, 10, turn=0.6, face="speak")
    p.left(8, 24, "open", bend=1)
    bubble(c, 36, 8, 34, 26, (36, 48))
    wrench(c, 45, 27, 58, 15)
    q = bust(c, 76, 54, UN_MAN, 9, turn=-0.8)
    toolbox(c, 52, 78, 20, 12)
    q.left(62, 76)
    p.right(40, 84)


@scene
def technical_assistance(c: Canvas) -> None:
    p = bust(c, 22, 28, UN_WOMAN, 9.5, turn=0.7, face="speak")
    q = bust(c, 76, 28, IAN, 9.5, turn=-0.7)
    table(c, 4, 72, 88, 28)
    p.rest(-1)
    q.rest(1)
    screen(c, 34, 42, 30, 22)
    gear(c, 49, 53, 5, MATTER)
    toolbox(c, 10, 60, 20, 12)
    p.right(38, 56, "point")
    wrench(c, 70, 64, 61, 56)
    q.left(70, 65)


@scene
def technical_cooperation(c: Canvas) -> None:
    flag(c, 7, 6, 60, "disc", 20, 13)
    flag(c, 89, 6, 60, "triangle", 20, 13, way=-1)
    p = bust(c, 24, 34, JUN, 9.5, turn=0.8)
    q = bust(c, 72, 34, DAN, 9.5, turn=-0.8)
    gear(c, 41, 70, 13, STEEL)
    gear(c, 62, 60, 8.5, MATTER)
    wrench(c, 24, 78, 33, 74)
    p.right(24, 78)
    p.left(10, 70)
    wrench(c, 80, 62, 71, 61)
    q.left(80, 62)
    q.right(88, 74)


@scene
def build_capacity(c: Canvas) -> None:
    c.shape(4, 92, 4, 82, 32, 82, 32, 68, 60, 68, 60, 54, 92, 54, 92, 92, fill=WOOD)
    child_sized = Person(c, 18, 43, ANA, 6.2, floor=82)
    child_sized.rest()
    m = Person(c, 46, 26, ANA, 6.4, floor=68, torso=20)
    open_book(c, 46, 46, 16, 9)
    m.left(38, 50)
    m.right(54, 50)
    t = Person(c, 76, 11, ANA, 6.6, floor=54)
    toolbox(c, 82, 34, 12, 8)
    wrench(c, 60, 26, 58, 16)
    t.left(60, 26)
    t.right(87, 30)
    arrow(c, 12, 30, 34, 12, YES, 5, 8)


@scene
def training(c: Canvas) -> None:
    board(c, 36, 6, 54, 34)
    open_book(c, 50, 14, 22, 15)
    arrow(c, 64, 22, 72, 22)
    star(c, 81, 22, 7)
    p = bust(c, 18, 26, CHE, 9, turn=0.7, face="speak")
    p.right(38, 36, "point")
    p.rest(-1)
    for x, look in ((36, OFFICIAL_DARK), (59, OFFICIAL_WOMAN), (82, OFFICIAL_MAN)):
        bust(c, x, 58, look.but(suit=False, badge=True), 7.6)
    table(c, 24, 84, 70, 18)


@scene
def digital_skills(c: Canvas) -> None:
    q = bust(c, 32, 30, HUA, 10.5, turn=0.4)
    p = bust(c, 70, 24, DAN, 9.5, turn=-0.6, face="speak")
    q.left(20, 72)
    q.right(50, 72)
    p.right(84, 70)
    laptop(c, 22, 54, 32, 20)
    c.circle(38, 64, 4, MATTER, width=1.8)
    p.left(58, 56, "point")
    table(c, 4, 77, 88, 24)


@scene
def share(c: Canvas) -> None:
    p = bust(c, 18, 34, FAY, 9.5, turn=0.8)
    q = bust(c, 78, 34, BO, 9.5, turn=-0.8)
    p.left(8, 76)
    q.right(88, 76)
    p.right(36, 68)
    q.left(60, 68)
    bulb(c, 37, 56, 7, rays=False)
    bulb(c, 59, 56, 7, rays=False)
    arrow(c, 36, 36, 60, 36, YES, 4, 7)
    arrow(c, 60, 84, 36, 84, YES, 4, 7)


@scene
def idea(c: Canvas) -> None:
    bulb(c, 46, 20, 11)
    p = bust(c, 46, 58, JUN, 13)
    p.right(74, 42, "point", bend=1)
    p.rest(-1)


@scene
def recommendation(c: Canvas) -> None:
    flag(c, 6, 6, 60, "disc", 18, 12)
    flag(c, 90, 6, 60, "triangle", 18, 12, way=-1)
    p = bust(c, 20, 36, OFFICIAL_WOMAN, 9.5, turn=0.8, face="speak")
    q = bust(c, 78, 36, OFFICIAL_DARK, 9.5, turn=-0.8)
    p.left(9, 76)
    q.right(89, 76)
    paper(c, 34, 42, 28, 36, "bulb")
    for y in (68, 73):
        c.line(40, y, 56, y, width=1.8)
    p.right(35, 68)
    q.left(66, 74, "open")


@scene
def human_rights_review(c: Canvas) -> None:
    for x, y, look in ((14, 22, OFFICIAL_MAN), (37, 18, OFFICIAL_SCARF), (60, 18, OFFICIAL_DARK), (82, 22, OFFICIAL_WOMAN)):
        bust(c, x, y, look, 6.8, down=44)
    c.path("M2 46Q48 32 94 46", None, INK, 10)
    c.path("M2 46Q48 32 94 46", None, WOOD, 7)
    for x, y, kind in ((25, 31, "bands"), (48, 30, "stripes"), (70, 31, "triangle")):
        flag(c, x, y, y + 10, kind, 9, 6)
    bubble(c, 8, 54, 28, 25, (44, 70))
    rights_card(c, 22, 66.5, 1.25)
    flag(c, 76, 52, 90, "disc", 16, 11)
    bust(c, 56, 66, JUN.but(suit=True, clothes=STATE), 9, face="speak")
    table(c, 34, 88, 46, 12)


@scene
def difficulty(c: Canvas) -> None:
    rock(c, 68, 88, 44, 52)
    p = stand(c, 22, BO, 9.5, face="worry", turn=0.8)
    p.right(34, 28, bend=1)
    p.rest(-1)
    ask(c, 46, 16, 18)
    floor(c)


@scene
def question(c: Canvas) -> None:
    p = bust(c, 34, 46, FAY, 12, face="speak", turn=0.4)
    p.left(12, 20, "open", bend=1)
    bubble(c, 54, 8, 34, 34, (46, 52))
    ask(c, 71, 23, 22)
    p.right(50, 88)
