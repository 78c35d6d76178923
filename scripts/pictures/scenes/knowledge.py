"""Reports, knowledge and time; easy read itself."""

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STEEL, STONE, TEAL, WOOD, Canvas, trace
from figure import ANA, BO, CHE, DAN, EVE, FAY, HUA, IAN, JUN, KIM, OFFICIAL_DARK, OFFICIAL_WOMAN, UN_WOMAN, bust, stand
from props import alert, arrow, ask, bars, bubble, calendar, coins, house, lens, lock, open_book, paper, pen, table, tick
from scenes import scene
from scenes.papers import easy_page


@scene
def report(c: Canvas) -> None:
    p = bust(c, 34, 24, UN_WOMAN, 10, face="flat", turn=0.2)
    table(c, 4, 76, 88, 24)
    for y in (72, 68, 64):
        c.rect(62, y, 28, 5, PAPER, rx=1)
    paper(c, 63, 32, 26, 32, "chart")
    p.left(20, 70)
    c.shape(20, 75, 26, 58, 54, 58, 58, 75, fill=PAPER)
    c.line(30, 63, 48, 63, width=1.8)
    c.line(29, 68, 40, 68, width=1.8)
    pen(c, 43, 68, 53, 50)
    p.right(51, 55)


@scene
def hand_in_report(c: Canvas) -> None:
    calendar(c, 36, 4, 26, 24, (1, 2))
    p = bust(c, 17, 40, UN_WOMAN, 10.5, turn=0.8)
    q = bust(c, 79, 40, OFFICIAL_DARK, 10.5, turn=-0.8)
    arrow(c, 36, 88, 60, 88, INK, 4, 7)
    c.rect(37, 37, 27, 40, STEEL, rx=1)
    c.rect(33, 40, 27, 40, PAPER, rx=1)
    c.line(39, 40, 39, 80, width=2)
    bars(c, 42, 74, 15, 22)
    p.left(22, 78)
    p.right(33, 68)
    q.right(86, 88)
    q.left(65, 66, "open")


@scene
def calendar_(c: Canvas) -> None:
    calendar(c, 36, 10, 54, 58, (1, 1))
    p = stand(c, 19, CHE, 9, turn=0.8, floor=90)
    p.right(46, 46, "point")
    p.rest(-1)


@scene
def special_day(c: Canvas) -> None:
    calendar(c, 31, 8, 34, 38, sign="star")
    for x, look, side in ((17, DAN, -1), (79, FAY, 1)):
        p = bust(c, x, 48, look, 9)
        p.arm(side, x + side * 12.5, 42, "open")
        p.arm(-side, x - side * 13.5, 52, "open")
    bust(c, 48, 66, HUA, 9)


@scene
def next_time(c: Canvas) -> None:
    calendar(c, 6, 16, 34, 36, (0, 1))
    calendar(c, 56, 16, 34, 36, (2, 2))
    arrow(c, 41, 34, 55, 34, INK, 4, 7)
    for x, look in ((14, OFFICIAL_DARK), (32, OFFICIAL_WOMAN), (64, OFFICIAL_DARK), (82, OFFICIAL_WOMAN)):
        bust(c, x, 68, look, 6.6)
    table(c, 4, 84, 38, 14)
    table(c, 54, 84, 38, 14)


@scene
def research(c: Canvas) -> None:
    for row, y in ((0, 8), (1, 30)):
        c.rect(44, y, 46, 22, WOOD)
        for step, fill in enumerate((PLUM, TEAL, APRICOT, STONE, MATTER, PAPER)):
            c.rect(47 + step * 6.6, y + 4 + (step + row) % 2 * 2, 6, 18 - (step + row) % 2 * 2, fill, width=1.5)
    p = bust(c, 24, 32, EVE.but(glasses="clear"), 10, face="flat", turn=0.5)
    table(c, 4, 78, 88, 20)
    open_book(c, 62, 62, 34, 17)
    paper(c, 28, 64, 15, 13, "lines")
    lens(c, 56, 66, 7)
    pen(c, 36, 74, 40, 62)
    p.right(46, 66)
    p.left(24, 76)


@scene
def pay_attention(c: Canvas) -> None:
    p = bust(c, 24, 46, FAY, 13, face="flat", turn=1)
    paper(c, 56, 10, 34, 70, "none")
    c.rect(56, 38, 34, 15, MATTER)
    for y in (18, 25, 32):
        c.line(62, y, 84, y, width=2.2)
    c.line(62, 45.5, 84, 45.5, width=3.4)
    for y in (60, 67, 74):
        c.line(62, y, 84, y, width=2.2)
    for x in (40, 47):
        c.line(x, 46, x + 3, 46, width=2.4)
    p.right(50, 66, "point")
    p.left(8, 90)
    alert(c, 43, 17, 22)


@scene
def search_online(c: Canvas) -> None:
    c.rect(32, 8, 56, 40, GLASS, rx=2)
    c.rect(38, 13, 44, 8, PAPER, rx=4)
    for y in (28, 34, 40):
        c.line(40, y, 58, y, width=1.8)
    lens(c, 68, 31, 8.5, fill=PAPER)
    c.line(60, 48, 60, 54, width=5)
    table(c, 24, 66, 68, 32)
    c.rect(44, 58, 34, 8, STEEL, rx=1)
    p = bust(c, 20, 36, DAN, 10, turn=0.8)
    p.right(46, 60)
    p.left(10, 74)


@scene
def online_library(c: Canvas) -> None:
    c.rect(30, 8, 60, 52, GLASS, rx=2)
    for y in (14, 36):
        for step, fill in enumerate((PLUM, TEAL, APRICOT, MATTER, STONE, PLUM)):
            c.rect(36 + step * 8, y + step % 2 * 3, 7, 17 - step % 2 * 3, fill, width=1.5)
        c.line(34, y + 18, 86, y + 18, width=2.4)
    c.line(60, 60, 60, 70, width=5)
    c.line(44, 71, 76, 71, width=4)
    p = bust(c, 18, 44, JUN, 9.5, turn=0.8)
    p.right(46, 48, "point")
    p.left(10, 84)
    table(c, 34, 74, 58, 24)


@scene
def collect(c: Canvas) -> None:
    m = bust(c, 48, 20, EVE, 8.6, down=66)
    for x, y, kind, side in ((41, 46, "lines", 0), (44, 50, "chart", 0)):
        paper(c, x, y, 15, 20, kind)
    c.rect(27, 62, 42, 32, WOOD)
    p = bust(c, 11, 40, OFFICIAL_WOMAN, 8.6, turn=0.8)
    q = bust(c, 85, 40, DAN, 8.6, turn=-0.8)
    paper(c, 22, 36, 15, 19, "lines")
    paper(c, 59, 36, 15, 19, "chart")
    p.right(22, 52)
    q.left(74, 52)
    m.left(36, 60)
    m.right(60, 60)
    arrow(c, 48, 70, 48, 88, INK, 4, 8)


@scene
def data(c: Canvas) -> None:
    c.rect(34, 8, 56, 52, PAPER, rx=2)
    for x, h, fill in ((40, 16, TEAL), (52, 26, PLUM), (64, 36, MATTER), (76, 22, APRICOT)):
        c.rect(x, 54 - h, 9, h, fill)
    c.line(37, 54, 87, 54)
    p = bust(c, 20, 42, HUA, 10, turn=0.8)
    p.right(44, 66, "point")
    p.left(8, 84)
    for x in (58, 70, 82):
        c.circle(x, 70, 3.4, (TEAL, PLUM, MATTER)[(x - 58) // 12])
        c.path(trace("M", x - 5, " 84Q", x - 5, " 75 ", x, " 75T", x + 5, " 84Z"), (TEAL, PLUM, MATTER)[(x - 58) // 12])


@scene
def check(c: Canvas) -> None:
    house(c, 52, 38, 34, 34)
    p = stand(c, 24, CHE, 9.5, turn=0.8, face="flat", floor=90)
    c.rect(30, 48, 18, 24, WOOD, rx=1.5)
    paper(c, 32, 51, 14, 19, "list")
    p.left(30, 66)
    p.right(47, 58)
    lens(c, 70, 56, 9, fill=GLASS)
    tick(c, 70, 56, 10)
    c.line(4, 90, 92, 90)


@scene
def check_bias(c: Canvas) -> None:
    c.rect(22, 4, 70, 60, GLASS, rx=2)
    c.line(57, 64, 57, 72, width=6)
    table(c, 34, 74, 60, 22)
    p = bust(c, 14, 58, JUN, 9.4, face="flat", turn=0.9)
    c.circle(57, 34, 26, PAPER, None)
    for x, look, face, count in ((48, BO, "sad", 1), (68, ANA, "smile", 6)):
        bust(c, x, 23, look, 5.8, face=face, down=43)
        coins(c, x, 50, count, 6.4)
    c.circle(57, 34, 26, None, INK, 3)
    c.limb([(42, 56), (33, 69)], WOOD, 6)
    p.right(34, 68)
    p.left(6, 90)


@scene
def algorithm(c: Canvas) -> None:
    c.rect(22, 6, 52, 54, GLASS, rx=2)
    c.circle(48, 15, 5, PAPER)
    arrow(c, 48, 21, 48, 27, head=4, width=2.4)
    c.shape(48, 27, 57, 34, 48, 41, 39, 34, fill=MATTER)
    arrow(c, 39, 34, 32, 44, head=4, width=2.4)
    arrow(c, 57, 34, 64, 44, head=4, width=2.4)
    c.rect(27, 46, 11, 9, TEAL)
    c.rect(59, 46, 11, 9, PLUM)
    c.line(48, 60, 48, 66, width=5)
    table(c, 16, 68, 76, 28)
    p = bust(c, 14, 52, BO, 8.4, turn=0.8)
    p.right(34, 64, "point")
    p.left(8, 88)


@scene
def data_safety(c: Canvas) -> None:
    c.rect(46, 10, 38, 66, INK, rx=5)
    c.rect(50, 16, 30, 52, GLASS, None)
    lock(c, 65, 40, 24)
    p = bust(c, 22, 34, EVE, 10.5, turn=0.7)
    p.right(48, 58)
    p.left(10, 76)


@scene
def write_easy_read(c: Canvas) -> None:
    p = bust(c, 22, 34, IAN, 11.5, turn=0.8)
    c.rect(42, 6, 50, 84, PAPER, rx=1.5)
    scene_within(c, 48, 12, 38, 34)
    c.line(48, 55, 86, 55, width=4)
    c.line(48, 66, 58, 66, width=4)
    p.left(10, 84)
    pen(c, 62, 67, 56, 86)
    p.right(56, 79)


def scene_within(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.rect(x, y, w, h, GLASS, width=1.6)
    c.circle(x + w / 2, y + h * 0.34, h * 0.16, APRICOT, width=1.4)
    c.path(
        trace(
            "M", x + w * 0.24, y + h - 1, "Q", x + w * 0.24, y + h * 0.55, x + w / 2, y + h * 0.55, "T", x + w * 0.76,
            y + h - 1, "Z"),
        APRICOT,
        INK,
        1.4,
    )


@scene
def test_easy_read(c: Canvas) -> None:
    p = bust(c, 17, 38, KIM.but(clothes=TEAL), 10, face="speak", turn=0.6)
    q = bust(c, 82, 44, CHE, 9, turn=-0.7, face="flat")
    bubble(c, 20, 3, 50, 22, (24, 34))
    tick(c, 33, 14, 13)
    ask(c, 57, 13, 15)
    easy_page(c, 31, 31, 34, 60)
    p.right(36, 78, "point")
    p.left(8, 86)
    paper(c, 70, 70, 20, 24, "todo")
    pen(c, 80, 82, 86, 66)
    q.right(88, 72)
    q.left(70, 86)


@scene
def hard_to_understand(c: Canvas) -> None:
    p = bust(c, 48, 22, BO, 11.5, face="worry")
    c.rect(22, 50, 52, 46, PAPER, rx=1.5)
    for y in range(56, 96, 5):
        c.line(28, y, 68, y, width=2.6)
    p.left(23, 64, bend=1)
    p.right(73, 64, bend=1)
    ask(c, 15, 22, 22)
    ask(c, 81, 22, 22)


@scene
def read_together(c: Canvas) -> None:
    p = bust(c, 30, 24, HUA, 11, turn=0.5, face="speak")
    q = bust(c, 66, 24, KIM.but(clothes=TEAL), 11, turn=-0.5)
    open_book(c, 48, 52, 84, 40, lines=False)
    scene_within(c, 13, 56, 28, 28)
    for y, x in ((62, 82), (71, 82), (80, 68)):
        c.line(55, y, x, y - 1, width=4)
    p.left(14, 54)
    q.right(82, 54)
    q.left(58, 58, "point")


@scene
def computer_check(c: Canvas) -> None:
    p = bust(c, 18, 50, KIM.but(clothes=TEAL), 9, turn=0.8)
    c.rect(30, 8, 60, 50, GLASS, rx=2)
    paper(c, 36, 13, 24, 40, "lines")
    lens(c, 50, 28, 8, fill=None)
    tick(c, 75, 34, 18)
    c.line(60, 58, 60, 66, width=6)
    c.rect(42, 66, 36, 5, STEEL, rx=1.5)
    table(c, 30, 71, 64, 25)
    p.rest()
