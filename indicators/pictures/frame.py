"""What stands around a plot: its title with what is said below it, and the legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.drawing import look
from indicators.pictures.look import Look, Type, colour_of
from indicators.pictures.shapes import Area, Mark, Shape, Stroke, Words
from indicators.pictures.typeface import lines_of, width_mm

SOFT = "#56657a"
_SAMPLE_MM, _BESIDE_MM, _BETWEEN_MM = 7.0, 1.4, 4.0


@dataclass(frozen=True)
class Block:
    """Shapes from the top of a picture down, and where the next may begin."""

    shapes: tuple[Shape, ...]
    bottom_mm: float


@dataclass(frozen=True)
class Entry:
    """Of a legend: a line as it is drawn, or a status."""

    name_vi: str
    look: Look | None = None
    status: str | None = None


def head(title_vi: str, notes_vi: Sequence[str], room_mm: float, letters: Type) -> Block:
    """The title in bold, and the notes below it, each in as many lines as it needs."""
    shapes: list[Shape] = []
    y = 0.6
    for line in lines_of(title_vi, letters.title, room_mm, is_bold=True) if title_vi else ():
        y += letters.line_mm * letters.title / letters.text
        shapes.append(Words((0, y), line, letters.title, look.INK, is_bold=True))
    for line in (line for note in notes_vi for line in lines_of(note, letters.text, room_mm)):
        y += letters.line_mm
        shapes.append(Words((0, y), line, letters.text, SOFT))
    return Block(tuple(shapes), y + 2.4)


def legend(entries: Sequence[Entry], top_mm: float, left_mm: float, room_mm: float, letters: Type) -> Block:
    """The entries side by side, in as many rows as they need."""
    shapes: list[Shape] = []
    x, y = left_mm, top_mm + letters.line_mm
    for entry in entries:
        sample = _SAMPLE_MM if entry.look else letters.line_mm
        wide = sample + _BESIDE_MM + width_mm(entry.name_vi, letters.text)
        if x > left_mm and x + wide > left_mm + room_mm:
            x, y = left_mm, y + letters.line_mm + 0.6
        shapes += _sample(entry, x, y - letters.line_mm / 3.4, sample)
        shapes.append(Words((x + sample + _BESIDE_MM, y), entry.name_vi, letters.text, look.INK))
        x += wide + _BETWEEN_MM
    return Block(tuple(shapes), y + 1.4 if entries else top_mm)


def _sample(entry: Entry, x: float, y: float, wide: float) -> Iterator[Shape]:
    if entry.status:
        yield Mark((x + wide / 2, y), entry.status, colour_of(entry.status), 6.5)
    if entry.look and entry.look.width:
        yield Stroke(((x, y), (x + wide, y)), entry.look.colour, entry.look.width, entry.look.dash)
    if entry.look and entry.look.sign:
        yield Mark((x + wide / 2, y), entry.look.sign, entry.look.colour, 4.5, entry.look.is_hollow)


def box(left: float, top: float, right: float, bottom: float, colour: str, name: str = "") -> Area:
    return Area(((left, top), (right, top), (right, bottom), (left, bottom)), colour, name=name)
