"""The drawing ground: 96 by 96 units, one stroke, one palette, and the shapes that everything is made of.

A unit is a pixel at the smallest size a picture is shown at. Only paths and basic shapes are written.
"""

INK = "#10243E"  # every outline, and what is written
GROUND = "#F7F9FC"
EDGE = "#B9C4D2"
PAPER = "#FFFFFF"

# Colours with a meaning.
NO = "#D0021B"  # no, stop; nothing else is red
YES = "#1E9150"  # yes, right, agreed; nothing else is green
UNITED = "#2F7BD0"  # the United Nations
STATE = "#60738C"  # governments: the suits of their people
MATTER = "#F7BC3D"  # the thing that matters: money, rights, ideas, stars

# Colours that only tell people, countries and things apart.
PLUM, APRICOT, TEAL, STONE = "#8A5FA8", "#EFA36B", "#58B0B4", "#9AA7B7"
WOOD, STEEL, GLASS = "#D8B48F", "#CBD5E0", "#DCEBF8"

STROKE = 2


def number(value: float) -> str:
    """At most one decimal, and no zero that says nothing."""
    text = f"{value:.1f}".removesuffix(".0")
    if text.startswith(("0.", "-0.")):
        text = text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def trace(*parts: str | float) -> str:
    """The data of a path: letters and numbers as they come, a space only where two numbers meet."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            text += (" " if text[-1:].isdigit() else "") + number(part)
    return text


class Canvas:
    """One picture. What is drawn later lies above."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def element(self, name: str, fill: str | None, stroke: str | None, width: float, /, **attributes: float | str) -> None:
        written = "".join(f' {key}="{value if isinstance(value, str) else number(value)}"' for key, value in attributes.items())
        if fill:
            written += f' fill="{fill}"'
        if stroke != INK:
            written += f' stroke="{stroke or "none"}"'
        if width != STROKE and stroke:
            written += f' stroke-width="{number(width)}"'
        self.parts.append(f"<{name}{written}/>")

    def path(self, d: str, fill: str | None = None, stroke: str | None = INK, width: float = STROKE) -> None:
        self.element("path", fill, stroke, width, d=d)

    def line(self, *xy: float, stroke: str = INK, width: float = STROKE) -> None:
        self.path(trace("M", *xy[:2], "L", *xy[2:]), None, stroke, width)

    def shape(self, *xy: float, fill: str | None = PAPER, stroke: str | None = INK, width: float = STROKE) -> None:
        self.path(trace("M", *xy[:2], "L", *xy[2:], "Z"), fill, stroke, width)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = PAPER,
        stroke: str | None = INK,
        rx: float = 0,
        width: float = STROKE,
    ) -> None:
        rounded = {"rx": rx} if rx else {}
        self.element("rect", fill, stroke, width, x=x, y=y, width=w, height=h, **rounded)

    def circle(
        self, x: float, y: float, r: float, fill: str | None = PAPER, stroke: str | None = INK, width: float = STROKE
    ) -> None:
        self.element("circle", fill, stroke, width, cx=x, cy=y, r=r)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str | None = PAPER, stroke: str | None = INK) -> None:
        self.element("ellipse", fill, stroke, STROKE, cx=x, cy=y, rx=rx, ry=ry)

    def limb(self, xy: list[tuple[float, float]], colour: str, width: float) -> None:
        """A bent band with an outline: an arm, a leg, a pole."""
        d = "M" + "L".join(trace(*place) for place in xy)
        self.path(d, None, INK, width + 1)
        self.path(d, None, colour, width - 2.4)

    def svg(self) -> str:
        drawn = "\n".join(self.parts)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">\n'
            f'  <rect x="0.5" y="0.5" width="95" height="95" rx="8" fill="{GROUND}"/>\n'
            f'  <g fill="none" stroke="{INK}" stroke-width="{STROKE}" stroke-linecap="round" stroke-linejoin="round">\n'
            f"{drawn}\n  </g>\n"
            f'  <rect x="0.5" y="0.5" width="95" height="95" rx="8" fill="none" stroke="{EDGE}"/>\n</svg>\n'
        )
