"""The bodies that the papers speak of."""

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STATE, STEEL, STONE, TEAL, UNITED, WOOD, Canvas, trace
from figure import (
    ANA, BLACK, BO, CHE, CHESTNUT, DAN, DARK, EVE, FAY, GREY, HUA, IAN, OFFICIAL_DARK, OFFICIAL_MAN, OFFICIAL_SCARF,
    OFFICIAL_WOMAN, TAN, UN_MAN, UN_WOMAN, back, bust, child, stand)
from props import (
    block, bubble, capitol, flag, floor, globe, heart, house, laptop, lectern, microphone, paper, rights_card, talk, tree)
from scenes import scene


@scene
def un(c: Canvas) -> None:
    c.rect(8, 10, 26, 62, UNITED)
    windows = "".join(trace("M", 12 + col * 6.4, 16 + row * 9, "h5v4.6h-5z") for row in range(6) for col in range(3))
    c.path(windows, PAPER, None)
    c.path("M34 72V34Q62 18 90 34V72Z", UNITED)
    c.circle(62, 47, 8, PAPER)
    c.path("M54 47H70M62 39V55", None, INK, 1.4)
    c.element("ellipse", None, INK, 1.4, cx=62, cy=47, rx=4, ry=8)
    for side in (-1, 1):
        c.path(trace("M", 62, 62, "Q", 62 + side * 15, 60, 62 + side * 13.5, 42), None, PAPER, 2)
        for x, y in ((7.5, 61), (12.5, 55.6), (14.6, 48)):
            c.ellipse(62 + side * x, y - 1, 2.4, 2.8, PAPER, None)
    for x, kind in ((10, "disc"), (33, "bands"), (56, "stripes"), (78, "triangle")):
        flag(c, x, 62, 92, kind, 14, 9)
    for x, look in ((22, EVE), (45, CHE), (68, IAN)):
        bust(c, x, 78, look, 6)


@scene
def un_bodies(c: Canvas) -> None:
    c.path("M48 30V58M20 66L48 30L76 66", None, INK, 3)
    for x, y in ((34, 12), (6, 54), (62, 54)):
        block(c, x, y, 28, 30, UNITED, 2, 3, door=True)
    for x, look in ((41, UN_WOMAN), (55, UN_MAN)):
        bust(c, x, 66, look, 6, down=90)


@scene
def human_rights_council(c: Canvas) -> None:
    rights_card(c, 48, 14, 1.3)
    c.path("M8 84Q8 30 48 30T88 84", None, INK, 11)
    c.path("M8 84Q8 30 48 30T88 84", None, WOOD, 8)
    for x, y, look in ((12, 62, OFFICIAL_MAN), (22, 38, OFFICIAL_SCARF), (74, 38, OFFICIAL_DARK), (84, 62, OFFICIAL_WOMAN)):
        bust(c, x, y, look, 6, down=y + 17)
    c.path("M26 88Q28 56 48 56T70 88", None, INK, 11)
    c.path("M26 88Q28 56 48 56T70 88", None, WOOD, 8)
    bust(c, 48, 42, UN_WOMAN, 7, down=60)
    for x, y, look in ((34, 72, OFFICIAL_DARK.but(hair="curly")), (62, 72, OFFICIAL_MAN.but(hair="bald", hair_colour=GREY))):
        bust(c, x, y, look, 6, down=y + 17)


@scene
def general_assembly(c: Canvas) -> None:
    c.rect(34, 6, 28, 36, MATTER, None)
    c.path("M34 42V6H62V42", None)
    globe(c, 48, 17, 8)
    bust(c, 48, 36, UN_WOMAN, 5.5, down=50)
    c.rect(26, 46, 44, 9, STEEL)
    c.line(4, 55, 92, 55)
    for row, (y, r, xs) in enumerate(((66, 4.6, (10, 25, 40, 56, 71, 86)), (84, 6, (12, 36, 60, 84)))):
        for step, x in enumerate(xs):
            back(c, x, y, r, (STATE, PLUM, TEAL, APRICOT)[(step + row) % 4], (BLACK, CHESTNUT, GREY)[step % 3])


@scene
def secretary_general(c: Canvas) -> None:
    globe(c, 48, 24, 20)
    bust(c, 48, 36, UN_MAN.but(hair_colour=GREY), 11, face="speak")
    lectern(c, 48, 66, 44, 34, UNITED)
    globe(c, 48, 82, 7.5, PAPER)
    microphone(c, 64, 56, 66)
    flag(c, 12, 12, 90, "united", 18, 12)
    flag(c, 84, 12, 90, "united", 18, 12, way=-1)


@scene
def human_rights_office(c: Canvas) -> None:
    flag(c, 46, 3, 22, "united", 20, 13)
    c.rect(6, 22, 84, 68, UNITED)
    for x, look in ((10, UN_WOMAN), (62, UN_MAN)):
        c.rect(x, 32, 24, 32, GLASS)
        bust(c, x + 12, 45, look, 7, down=64)
        laptop(c, x + 5, 53, 14, 8, STEEL)
    rights_card(c, 48, 44, 1.7)
    c.rect(40, 64, 16, 26, PAPER)
    c.line(3, 90, 93, 90)


@scene
def high_commissioner(c: Canvas) -> None:
    for x, look in ((16, UN_MAN), (80, UN_WOMAN.but(skin=DARK, hair="curly"))):
        bust(c, x, 46, look, 8.6)
    p = bust(c, 48, 24, UN_WOMAN.but(hair="bob", skin=TAN), 12, face="speak")
    p.left(30, 58)
    p.right(66, 58)
    lectern(c, 48, 58, 50, 44, UNITED)
    rights_card(c, 48, 79, 1.7)
    microphone(c, 62, 48, 58)


@scene
def human_rights_expert(c: Canvas) -> None:
    q = stand(c, 76, FAY, 8.6, turn=-0.8, face="speak", floor=90)
    p = stand(c, 20, UN_WOMAN.but(glasses="clear"), 8.8, turn=0.8, face="flat", floor=90)
    bubble(c, 42, 4, 48, 20, (73, 31))
    rights_card(c, 53, 14, 0.9)
    talk(c, 63, 11, 20)
    q.left(60, 66, "open")
    q.rest(1)
    paper(c, 34, 50, 18, 22, "lines")
    p.left(33, 68)
    c.limb([(44, 62), (51, 51)], MATTER, 4)
    p.right(48, 56)
    floor(c, 90)


@scene
def national_institution(c: Canvas) -> None:
    flag(c, 66, 4, 90, "disc", 26, 17)
    c.rect(8, 36, 50, 50, STEEL)
    c.shape(3, 36, 33, 16, 63, 36, fill=STEEL)
    rights_card(c, 33, 49, 1.9)
    c.rect(25, 68, 16, 18, WOOD)
    c.rect(6, 86, 54, 4, STEEL)
    for x, look in ((72, ANA), (86, DAN)):
        stand(c, x, look, 6.6, floor=90).rest()
    c.line(3, 90, 93, 90)


@scene
def government(c: Canvas) -> None:
    flag(c, 48, 2, 18, "triangle", 18, 11)
    capitol(c, 14, 34, 68, 46)
    stand(c, 30, OFFICIAL_WOMAN, 7, floor=92).rest()
    stand(c, 66, OFFICIAL_DARK, 7, floor=92).rest()


@scene
def local_government(c: Canvas) -> None:
    c.rect(36, 30, 24, 40, STEEL)
    c.shape(32, 30, 48, 10, 64, 30, fill=STEEL)
    c.circle(48, 38, 6.5)
    c.path("M48 34V38H51.5")
    house(c, 6, 50, 20, 20)
    house(c, 70, 50, 20, 20)
    c.rect(43, 56, 10, 14, WOOD)
    p = stand(c, 34, OFFICIAL_WOMAN, 6.6, floor=92, turn=0.8)
    p.right(48, 74)
    p.rest(-1)
    stand(c, 62, DAN, 6.6, floor=92, turn=-0.8).rest()
    stand(c, 80, HUA, 6.6, floor=92, turn=-0.8).rest()


@scene
def country(c: Canvas) -> None:
    c.path("M6 66Q10 52 26 54Q40 44 56 52Q76 46 90 62Q94 78 78 84Q60 94 44 86Q26 94 14 84Q4 78 6 66Z", TEAL)
    flag(c, 44, 8, 66, "disc", 30, 19)
    house(c, 12, 58, 16, 12)
    stand(c, 60, BO, 6, floor=80).rest()
    stand(c, 76, FAY, 6, floor=78).rest()
    tree(c, 34, 78, 0.8)


@scene
def civil_society(c: Canvas) -> None:
    c.line(14, 8, 14, 70, width=3)
    c.line(82, 8, 82, 70, width=3)
    c.rect(10, 8, 76, 26, PAPER, rx=1.5)
    heart(c, 48, 20, 9)
    for x in (26, 70):
        c.circle(x, 16, 3.6, TEAL)
        c.path(trace("M", x - 6, " 29Q", x - 6, " 21 ", x, " 21T", x + 6, " 29Z"), TEAL)
    for x, look, side in ((20, CHE, -1), (76, DAN, 1), (48, ANA, 0)):
        p = bust(c, x, 54, look, 8.5)
        if side:
            p.arm(side, 14 if side < 0 else 82, 44)
            p.rest(-side)
        else:
            p.rest()


@scene
def world(c: Canvas) -> None:
    globe(c, 48, 56, 30, UNITED, TEAL)
    for x, y, look in ((20, 26, BO), (76, 26, FAY), (12, 68, HUA), (84, 68, DAN)):
        bust(c, x, y, look, 7.4, down=y + 25)
    p = bust(c, 48, 14, EVE, 7.4, down=39)
    p.left(34, 40)
    p.right(62, 40)


@scene
def regions(c: Canvas) -> None:
    parts = (
        ("M6 22Q14 8 32 12L38 44L8 48Q2 34 6 22Z", APRICOT), ("M32 12Q50 4 64 12L60 40L38 44Z", TEAL),
        ("M64 12Q84 8 90 24Q94 38 90 48L60 40Z", STONE), ("M8 48L38 44L46 88Q28 96 14 84Q4 68 8 48Z", PLUM),
        ("M38 44L60 40L90 48Q92 72 80 82Q64 94 46 88Z", MATTER))
    for d, fill in parts:
        c.path(d, fill)
    for x, y, look in ((21, 22, BO), (49, 18, ANA), (76, 22, IAN), (25, 58, EVE), (64, 56, CHE)):
        bust(c, x, y, look, 5.6, down=y + 17)


@scene
def women_girls(c: Canvas) -> None:
    p = stand(c, 20, ANA.but(skirt=True, legs=INK), 9.4, floor=90)
    q = child(c, 48, EVE.but(hair="tail", clothes=APRICOT, legs=INK), 8, floor=90)
    r = stand(c, 76, FAY, 9.4, floor=90)
    p.right(36, 66)
    q.left(36, 66)
    q.right(60, 66)
    r.left(60, 66)
    p.rest(-1)
    r.rest(1)
