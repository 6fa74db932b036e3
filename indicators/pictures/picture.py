"""A sheet of shapes as PNG and as SVG, by matplotlib's artists; axes and layouts of its own are what makes it slow.

Equal sheets give equal bytes. matplotlib is not made for threads: one picture is painted at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from threading import Lock

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from indicators.pictures.marks import path_of
from indicators.pictures.shapes import Area, Mark, Shape, Sheet, Stroke, Words
from indicators.pictures.typeface import font_of, printable

DPI = 200
#: Left white around a sheet.
MARGIN_MM = 1.0
_MM_AN_INCH = 25.4
_HALO = [withStroke(linewidth=2.2, foreground="white")]
_painting = Lock()

# As matplotlib is by itself, whatever a machine's own settings say; names inside an SVG are the same every time.
mpl.rcdefaults()
mpl.rcParams.update({"svg.hashsalt": "indicators", "svg.fonttype": "path", "text.hinting": "no_hinting"})


@dataclass(frozen=True)
class Picture:
    """`png`: 200 dots an inch; `svg`: letters as outlines, so that it needs no font. Painted when first asked for."""

    sheet: Sheet

    @property
    def width_mm(self) -> float:
        return self.sheet.width_mm + 2 * MARGIN_MM

    @property
    def height_mm(self) -> float:
        return self.sheet.height_mm + 2 * MARGIN_MM

    @cached_property
    def png(self) -> bytes:
        with _painting:
            canvas = FigureCanvasAgg(_figure(self))
            canvas.draw()
            size, pixels = canvas.get_width_height(), canvas.buffer_rgba()
        file = BytesIO()
        Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB").save(file, "png", dpi=(DPI, DPI))
        return file.getvalue()

    @cached_property
    def svg(self) -> bytes:
        file = BytesIO()
        with _painting:
            metadata = {"Title": printable(self.sheet.title_vi), "Date": None, "Creator": None}
            FigureCanvasSVG(_figure(self)).print_svg(file, metadata=metadata)
        return file.getvalue()


def _figure(picture: Picture) -> Figure:
    width, height = picture.width_mm / _MM_AN_INCH, picture.height_mm / _MM_AN_INCH
    figure = Figure(figsize=(width, height), dpi=DPI, facecolor="white")
    from_top = Affine2D().translate(MARGIN_MM, MARGIN_MM).scale(1 / _MM_AN_INCH, -1 / _MM_AN_INCH)
    placed = from_top.translate(0, height) + figure.dpi_scale_trans
    for order, artist in enumerate(_artists(picture.sheet)):
        artist.set_transform(placed)
        artist.set_zorder(order)
        figure.add_artist(artist)
    return figure


def _artists(sheet: Sheet) -> Iterator[Artist]:
    for number, shape in enumerate(sheet.shapes):
        artist = _artist(shape)
        if not isinstance(shape, Words) and shape.name:
            artist.set_gid(f"{shape.name}-{number}")
        yield artist


def _artist(shape: Shape) -> Artist:
    match shape:
        case Stroke():
            return _stroke(shape)
        case Area():
            return Polygon(shape.points, closed=True, facecolor=shape.colour, alpha=shape.opacity, linewidth=0)
        case Mark():
            return _mark(shape)
        case Words():
            return _words(shape)


def _stroke(stroke: Stroke) -> Line2D:
    x, y = zip(*stroke.points, strict=True)
    line = Line2D(x, y, color=stroke.colour, linewidth=stroke.width, dash_capstyle="butt")
    if stroke.dash:
        line.set_linestyle((0, stroke.dash))
    return line


def _mark(mark: Mark) -> Line2D:
    edge = max(0.9, mark.size / 6) if mark.is_hollow else 0
    path, is_line = path_of(mark.sign)
    return Line2D(
        [mark.at[0]],
        [mark.at[1]],
        linestyle="none",
        marker=path,
        markersize=mark.size,
        markeredgecolor=mark.colour,
        markerfacecolor="none" if is_line else "white" if mark.is_hollow else mark.colour,
        markeredgewidth=mark.size / 5 if is_line else edge,
    )


def _words(words: Words) -> Text:
    return Text(
        *words.at,
        printable(words.text),
        color=words.colour,
        fontproperties=font_of(is_bold=words.is_bold),
        fontsize=words.size,
        horizontalalignment=words.align,
        verticalalignment="baseline",
        parse_math=False,
        path_effects=_HALO if words.has_halo else None,
    )
