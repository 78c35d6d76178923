"""Every picture: a function of the name of its concept, with `_` for `-`, that draws on a canvas."""

from collections.abc import Callable

from canvas import Canvas

SCENES: dict[str, Callable[[Canvas], None]] = {}


def scene(draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    """Enters a picture in the list, under the name of its function."""
    name = draw.__name__.strip("_").replace("_", "-")
    if name in SCENES:
        raise ValueError(f"two scenes are named {name}")
    SCENES[name] = draw
    return draw


def draw_all() -> dict[str, str]:
    """The text of each picture's file, by concept."""
    from scenes import bodies, digital, government, knowledge, papers, rights, together, work  # noqa: F401

    pictures = {}
    for name in sorted(SCENES):
        canvas = Canvas()
        SCENES[name](canvas)
        pictures[name] = canvas.svg()
    return pictures
