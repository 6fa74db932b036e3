"""How much of a file is looked at before it is refused. The one place of these; an office may change them in
data/settings.toml. Light: the child process that parses imports it at each upload."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The largest that is read; anything beyond is refused, never cut. `unpacked_ratio`: of a part to what it takes in
    the zip, for parts beyond `small_part_bytes` (a short sheet of alike rows packs as tightly as a bomb, and harms
    nobody); `seconds` and `memory_bytes` are the child process's, `answer_bytes` what it may send; `rows` and `columns`
    those of a sheet that hold something, `cells`, `merges` and `texts` (cells with words) those of the whole file,
    `text_letters` those of one cell."""

    file_bytes: int = 10_000_000
    unpacked_bytes: int = 200_000_000
    unpacked_ratio: int = 250
    small_part_bytes: int = 1_000_000
    parts: int = 2_000
    seconds: int = 5
    memory_bytes: int = 300_000_000
    answer_bytes: int = 64_000_000
    sheets: int = 100
    rows: int = 20_000
    columns: int = 500
    cells: int = 500_000
    merges: int = 20_000
    texts: int = 60_000
    text_letters: int = 32_767


STANDARD = Limits()
