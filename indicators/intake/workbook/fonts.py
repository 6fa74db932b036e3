"""Fonts from before Unicode, by their name: what a text in them is encoded in.

A text may stand in several fonts. A mark says it for the whole text by the encoding alone ('tcvn3'), or for each run
by its encoding and its number of letters: ':7 tcvn3:8' is seven letters of Unicode and eight of TCVN3.
"""

from collections.abc import Iterable, Iterator, Sequence

Runs = Sequence[tuple[str | None, int]]  # encoding and number of letters; None where the run stands in the cell's font


def encoding_of(font: str) -> str:
    """'tcvn3', 'tcvn3_capitals' (a font that draws small letters as capitals), 'vni', or nothing."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return "tcvn3_capitals" if font.strip().endswith("H") else "tcvn3"
    return "vni" if name.startswith("vni-") else ""


def mark_of(runs: Runs, own: str = "") -> str:
    """The mark of a text in these runs, in a cell whose font has the encoding `own`; nothing where all is Unicode."""
    settled = [(own if encoding is None else encoding, length) for encoding, length in runs if length]
    encodings = {encoding for encoding, _ in settled}
    if len(encodings) <= 1:
        return encodings.pop() if encodings else own
    return " ".join(f"{encoding}:{length}" for encoding, length in settled)


def runs_in(text: str, mark: str) -> Iterator[tuple[str, str]]:
    """Encoding and letters of each run of a marked text."""
    if ":" not in mark:
        yield mark, text
        return
    position = 0
    for run in mark.split():
        encoding, _, length = run.partition(":")
        yield encoding, text[position : position + int(length)]
        position += int(length)
    yield "", text[position:]


def runs_at(starts: Iterable[tuple[int, str]], length: int) -> list[tuple[str | None, int]]:
    """The runs of a text of this length, given where each begins in a font of its own and that font's encoding."""
    runs: list[tuple[str | None, int]] = []
    begun, encoding = 0, None
    for start, following in starts:
        runs.append((encoding, max(min(start, length) - begun, 0)))
        begun, encoding = max(min(start, length), begun), following
    return [*runs, (encoding, length - begun)]
