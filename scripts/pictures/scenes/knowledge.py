"""Reports, knowledge and time; easy read itself."""

from canvas import APRICOT, GLASS, INK, MATTER, PAPER, PLUM, STEEL, STONE, TEAL, WOOD, Canvas, trace
from figure import ANA, BO, CHE, DAN, EVE, FAY, HUA, IAN, JUN, KIM, OFFICIAL_DARK, OFFICIAL_WOMAN, UN_WOMAN, bust, stand
from props import arrow, ask, bars, bubble, calendar, floor, house, lens, lock, open_book, paper, pen, table, tick
from scenes import scene


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
    calendar(c, 36, 5, 26, 24, (1, 2))
    p = stand(c, 18, UN_WOMAN, 9, turn=0.8)
    q = stand(c, 78, OFFICIAL_DARK, 9, turn=-0.8)
    p.rest(-1)
    q.rest(1)
    c.rect(36, 36, 26, 32, PAPER, rx=1)
    c.line(41, 36, 41, 68, width=2)
    bars(c, 44, 62, 15, 18)
    p.right(37, 60)
    q.left(62, 60, "open")
    floor(c)


@scene
def calendar_(c: Canvas) -> None:
    calendar(c, 34, 10, 54, 58, (1, 2))
    p = stand(c, 18, CHE, 8.6, turn=0.8, floor=90)
    p.right(56, 44, "point")
    p.rest(-1)


@scene
def special_day(c: Canvas) -> None:
    calendar(c, 30, 8, 36, 38, sign="star")
    for x, look, side in ((16, DAN, -1), (80, FAY, 1)):
        p = bust(c, x, 48, look, 8.6)
        p.arm(side, x + side * 8, 26, "open")
        p.arm(-side, x - side * 12, 40, "open", bend=-1)
    bust(c, 48, 62, HUA, 8.6)


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
    p = bust(c, 32, 40, FAY, 15, face="flat", turn=0.5)
    paper(c, 62, 26, 26, 36, "lines")
    c.rect(59, 34, 32, 11, None, MATTER, width=3.6)
    p.left(20, 45, "none")
    c.limb([(19, 46), (25, 42)], FAY.skin, 5)
    p.right(70, 76, "none")
    c.limb([(72, 72), (74, 60)], FAY.skin, 5)


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
    bust(c, 48, 18, EVE, 7.6, down=66)
    for x, y, kind in ((32, 42, "lines"), (51, 42, "chart")):
        paper(c, x, y, 14, 18, kind)
    c.rect(28, 62, 40, 28, WOOD)
    for x, look, side, to in ((13, OFFICIAL_WOMAN, 1, (32, 50)), (84, DAN, -1, (65, 50))):
        p = stand(c, x, look, 8, floor=90, turn=side * 0.8)
        p.arm(side, *to)
        p.rest(-side)
    arrow(c, 48, 68, 48, 84, INK, 4, 7)


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
    c.rect(6, 6, 66, 54, GLASS, rx=2)
    c.path("M34 16V52M26 52H42M16 32L52 14", None, INK, 3)
    for x, y, look in ((16, 32, BO), (52, 14, ANA)):
        c.path(trace("M", x, y, "L", x - 8, y + 16, "H", x + 8, "Z"), None, INK, 1.4)
        c.path(trace("M", x - 9, y + 16, "H", x + 9, "Q", x, y + 24, x - 9, y + 16, "Z"), MATTER)
        c.circle(x, y + 6, 3.4, look.clothes)
        c.path(trace("M", x - 5, y + 16, "Q", x - 5, y + 10, x, y + 10, "T", x + 5, y + 16, "Z"), look.clothes)
    c.line(38, 60, 38, 66, width=6)
    c.rect(20, 66, 38, 5, STEEL, rx=1.5)
    p = bust(c, 80, 56, HUA.but(glasses=""), 10, face="worry", turn=-0.8)
    lens(c, 52, 26, 15, fill=None)
    table(c, 4, 71, 58, 24)
    p.left(76, 50)
    p.right(90, 90)


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
    p = bust(c, 18, 28, IAN, 10, turn=0.7)
    c.rect(36, 12, 54, 76, PAPER, rx=1.5)
    scene_within(c, 42, 18, 20, 18)
    scene_within(c, 42, 48, 20, 18)
    for y in (24, 31):
        c.line(68, y, 83, y, width=3)
    c.line(68, 56, 78, 56, width=3)
    p.left(10, 80)
    pen(c, 78, 58, 66, 74)
    p.right(64, 76)


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
    p = bust(c, 24, 40, KIM.but(clothes=TEAL), 10.5, face="speak", turn=0.5)
    paper(c, 34, 54, 26, 36, "easy")
    p.right(50, 74, "point")
    p.left(34, 82)
    bubble(c, 30, 6, 30, 24, (32, 44))
    ask(c, 45, 16, 15)
    q = bust(c, 78, 44, CHE, 9, turn=-0.7, face="flat")
    paper(c, 68, 70, 18, 18, "lines")
    pen(c, 78, 80, 84, 68)
    q.right(84, 70)
    q.left(68, 84)


@scene
def hard_to_understand(c: Canvas) -> None:
    p = bust(c, 32, 32, BO, 13, face="worry", turn=0.4)
    c.rect(46, 50, 40, 42, PAPER, rx=1.5)
    for y in range(56, 90, 5):
        c.line(51, y, 81, y, width=2.4)
    p.right(48, 78)
    p.left(18, 40)
    ask(c, 62, 22, 22)
    ask(c, 82, 30, 14)


@scene
def read_together(c: Canvas) -> None:
    p = bust(c, 30, 28, HUA, 11, turn=0.5, face="speak")
    q = bust(c, 66, 28, KIM.but(clothes=TEAL), 11, turn=-0.5)
    open_book(c, 48, 60, 60, 30, lines=False)
    scene_within(c, 23, 65, 18, 15)
    for y in (68, 75):
        c.line(54, y, 70, y - 1, width=2.4)
    p.left(18, 76)
    q.right(78, 76)
    p.right(54, 62, "point")


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
