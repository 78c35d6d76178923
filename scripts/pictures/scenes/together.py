"""What people and countries do together."""

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STATE, STEEL, TEAL, WOOD, YES, Canvas, trace
from figure import (
    ANA, BO, BROWN, CHE, DAN, EVE, FAY, GUS, HUA, IAN, JUN, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF, OFFICIAL_WOMAN,
    TAN, UN_WOMAN, Person, bust, hand_on_heart, stand, wheelchair)
from props import (
    arrow, ask, block, board, bubble, bulb, chair, flag, floor, gear, house, laptop, microphone, open_book, paper, puzzle,
    rights_card, rock, round_table, screen, sound, star, table, talk, tick, toolbox, tree, wrench)
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
    p = bust(c, 40, 38, FAY.but(hair="bun", skin=BROWN), 13.5)
    p.left(12, 50, "stop")
    hand_on_heart(c, p, 1, 54, 77)
    bubble(c, 60, 6, 32, 26, (56, 44))
    tick(c, 76, 19, 17)


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
    cast = ((17, 26, GUS, 1, (36, 60)), (48, 18, EVE, -1, (46, 52)), (79, 26, OFFICIAL_WOMAN, -1, (60, 60)))
    people = [bust(c, x, y, look, 8.6) for x, y, look, _, _ in cast]
    c.shape(12, 54, 84, 54, 97, 98, -1, 98, fill=WOOD)
    for x in (8, 70):
        c.rect(x, 70, 18, 22, PAPER)
    house(c, 12, 81, 10, 8)
    block(c, 73, 74, 12, 14, GLASS, 2, 2)
    c.rect(37, 60, 22, 34, PAPER, MATTER, width=5)
    c.rect(37, 60, 22, 34, PAPER)
    tree(c, 48, 76, 0.6)
    tick(c, 48, 85, 13)
    for p, (_, _, _, side, to) in zip(people, cast, strict=True):
        p.arm(side, *to, "point")


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
    p.left(10, 62)
    q.right(86, 62)


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
    for x, y, kind, way in ((4, 6, "disc", 1), (38, 2, "bands", 1), (92, 6, "triangle", -1)):
        flag(c, x, y, 60, kind, 20, 12, way)
    m = bust(c, 48, 30, OFFICIAL_DARK, 9)
    p = bust(c, 17, 44, OFFICIAL_WOMAN, 9.4, turn=0.8)
    q = bust(c, 79, 44, OFFICIAL_SCARF, 9.4, turn=-0.8)
    p.right(38, 74, "none")
    q.left(58, 70, "none")
    m.left(44, 62, "none")
    for person, x1, y1, x2, y2 in ((p, 39, 76, 53, 76), (q, 57, 70, 43, 70), (m, 44, 64, 52, 64)):
        c.limb([(x1, y1), (x2, y2)], person.look.skin, 7.4)
    p.left(6, 84)
    q.right(90, 84)


@scene
def ask_for_help(c: Canvas) -> None:
    p = bust(c, 25, 46, CHE, 10.5, turn=0.6, face="speak")
    p.left(7, 50, "stop")
    bubble(c, 36, 6, 36, 28, (36, 48))
    wrench(c, 46, 27, 60, 15)
    q = bust(c, 78, 50, UN_WOMAN, 9.4, turn=-0.8)
    toolbox(c, 52, 76, 22, 14)
    q.left(66, 74)
    q.right(88, 88)
    p.right(38, 84)


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
    p = bust(c, 48, 52, ANA, 11.5)
    p.left(22, 52, bend=1)
    p.right(74, 52, bend=1)
    open_book(c, 20, 18, 26, 17)
    c.limb([(44, 28), (54, 12)], STEEL, 6)
    wrench(c, 43, 30, 53, 14)
    laptop(c, 64, 14, 22, 15)
    for x in (12, 84):
        arrow(c, x, 84, x, 60, YES, 5, 8)


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
    flag(c, 6, 8, 70, "disc", 18, 12)
    flag(c, 90, 8, 70, "triangle", 18, 12, way=-1)
    p = bust(c, 20, 50, OFFICIAL_WOMAN, 10.5, turn=0.8, face="speak")
    q = bust(c, 77, 50, OFFICIAL_DARK, 10.5, turn=-0.8, face="flat")
    bubble(c, 29, 4, 38, 36, (32, 48))
    bulb(c, 48, 18, 9, rays=False)
    p.right(46, 78, "open")
    p.left(8, 86)
    q.left(68, 64)
    q.right(90, 88)


@scene
def human_rights_review(c: Canvas) -> None:
    flag(c, 4, 5, 60, "disc", 22, 14)
    flag(c, 92, 5, 60, "triangle", 22, 14, way=-1)
    p = bust(c, 15, 44, JUN.but(suit=True, clothes=STATE), 9.6, turn=0.8)
    q = bust(c, 81, 44, OFFICIAL_DARK, 9.6, turn=-0.8, face="speak")
    bubble(c, 36, 3, 26, 25, (70, 45))
    ask(c, 49, 15, 17)
    c.circle(46, 60, 23, GLASS, None)
    rights_card(c, 46, 60, 1.9)
    c.circle(46, 60, 23, None, INK, 3)
    c.limb([(63, 76), (76, 90)], WOOD, 6.5)
    p.left(6, 86)
    p.right(28, 72)
    q.left(70, 84)
    q.right(90, 88)


@scene
def difficulty(c: Canvas) -> None:
    rock(c, 70, 88, 46, 62)
    p = stand(c, 30, CHE, 9.5, face="worry", turn=0.9, lean=7, legs="walk")
    p.left(47, 60)
    p.right(51, 50)
    for x, y in ((17, 22), (12, 33), (44, 20)):
        c.path(trace("M", x, y - 4, "Q", x - 3, y + 2, x, y + 3, "Q", x + 3, y + 2, x, y - 4, "Z"), GLASS, INK, 1.4)
    floor(c)


@scene
def question(c: Canvas) -> None:
    p = bust(c, 36, 46, FAY, 12, face="speak", turn=0.4)
    p.left(9, 46, "stop")
    bubble(c, 54, 8, 34, 34, (48, 52))
    ask(c, 71, 23, 22)
    p.right(50, 88)
