"""The report from the command line: its figures are those of `status`, and a file is whole or not there."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from contextlib import nullcontext
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from indicators import console
from indicators.command_line import main
from indicators.commands.opening import write_file
from indicators.console import Refusal
from indicators.moments import parse_as_of
from indicators.numbers import WrittenNumber, parse_number, round_half_up
from indicators.periods import parse_period
from indicators.progress import indicators_judged, targets_judged
from indicators.reports import Asked, Letterhead, Report, build_report
from indicators.reports.model import Cell
from indicators.store import open_store
from tests.history import COMMUNE, history
from tests.pages.conftest import fill_store

#: Every deadline of the samples has passed.
AT = "2026-10-20"
Both = tuple[Report, dict[str, Any]]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill_store(tmp_path_factory.mktemp("samples") / "kpi.duckdb", 3)


@pytest.fixture(params=["samples", "history"])
def both(request: pytest.FixtureRequest, samples: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Both]:
    """A report, and what `status --json` says of the same period."""
    with open_store(samples) if request.param == "samples" else nullcontext(history()) as store:
        period, as_of = ("2026-Q3", AT) if request.param == "samples" else ("2028-Q2", "2028-07-10")
        of_period = (store, COMMUNE, period, parse_as_of(as_of))
        console.say_status(targets_judged(*of_period), indicators_judged(*of_period), as_json=True)
        asked = Asked(COMMUNE, parse_period(period), parse_as_of(as_of))
        yield build_report(store, asked, Letterhead()), json.loads(capsys.readouterr().out)


def said(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def test_every_figure_of_the_table_is_that_of_status(both: Both) -> None:
    report, status = both
    told = {row["target"]: row for row in status["targets"]}
    lines = {line.row["target"]: line for group in report.groups for line in group.lines}
    assert lines.keys() == told.keys()
    assert sum(row["distance"] is not None for row in told.values()) >= 10
    for target, line in lines.items():
        row, cells, is_yes_no = told[target], line.cells, line.row["bound"] == "achieved"
        actual = cells["cumulative"] if line.row["accumulation"] != "level" else cells["period_value"]
        assert (cells["milestone"].number, cells["distance"].number, actual.number) == (
            (None, None, None)
            if is_yes_no
            else (said(row["planned_value"]), said(row["distance"]), said(row["actual_value"]))
        ), target
        if is_yes_no:
            assert actual.text == {None: "", 0: "Chưa đạt", 1: "Đạt"}[row["actual_value"]]


def test_what_is_printed_is_the_number_at_its_decimals(both: Both) -> None:
    cells = [cell for group in both[0].groups for line in group.lines for cell in line.cells.values()]
    numbers = [cell for cell in cells if cell.number is not None]
    assert len(numbers) > 60
    for cell in numbers:
        assert printed(cell) == round_half_up(cell.number or Decimal(), cell.decimals), cell


def test_the_tally_is_that_of_statuss_indicators(both: Both) -> None:
    report, status = both
    reached = [row["status"] in {"on_track", "exceeded", "met", "met_exceeded"} for row in status["indicators"]]
    assert (report.tally.reached, report.tally.total) == (sum(reached), 22)


def printed(cell: Cell) -> Decimal:
    read = parse_number(cell.text, whole=cell.decimals == 0)
    assert isinstance(read, WrittenNumber), cell
    return read.value


@pytest.mark.parametrize(("kind", "start"), [("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_a_report_is_written_as_it_was_asked_for(
    samples: Path, tmp_path: Path, kind: str, start: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"bao_cao.{kind}"
    out.write_bytes(b"cu")
    assert report(samples, out, "--format", kind, "--number", "15", "--date", "05/10/2026") == 0
    assert out.read_bytes().startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [out.name]
    assert capsys.readouterr().out == f"Đã ghi báo cáo ra {out}.\n"


def test_a_units_report_bears_its_name(samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "bao_cao.xlsx"
    assert report(samples, out, "--format", "xlsx", "--unit", "công an xã", "--place", "Huế") == 0
    texts = ZipFile(BytesIO(out.read_bytes())).read("xl/sharedStrings.xml").decode()
    assert all(text in texts for text in ("CÔNG AN XÃ", "ỦY BAN NHÂN DÂN XÃ VĨNH THỊNH", "Huế"))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--period", "2029-Q1"), 1, "Chưa có số liệu nào của quý I/2029"),
        (("--unit", "Phòng Y tế"), 2, "Các cơ quan, đơn vị đang có: Phòng Kinh tế; "),
        (("--format", "odt"), 2, "các dạng có: docx, xlsx, pdf"),
        (("--occasion", "quarter"), 2, "các loại có: period, year, midterm, term"),
        (("--scenario", "cao"), 2, "Không có kịch bản «cao»"),
        (("--date", "5 tháng 10"), 2, "Không hiểu ngày"),
        (("--commune", "khong_co"), 2, "Không có xã «khong_co»"),
    ],
)
def test_what_cannot_be_reported_is_a_sentence_and_no_file(
    samples: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    assert report(samples, tmp_path / "a.xlsx", "--format", "xlsx", *arguments) == code
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["khong_co/a.xlsx", "thu_muc.xlsx", "a" * 300, "a\0.xlsx"])
def test_a_place_where_nothing_can_be_written_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "thu_muc.xlsx").mkdir()
    with pytest.raises(Refusal) as refused:
        write_file(tmp_path / name, b"PK")
    assert "Không ghi được tệp" in refused.value.message
    assert [file.name for file in tmp_path.iterdir()] == ["thu_muc.xlsx"]


def test_a_device_is_not_put_aside(tmp_path: Path) -> None:
    link = tmp_path / "a.xlsx"
    link.symlink_to("/dev/null")
    with pytest.raises(Refusal):
        write_file(link, b"PK")
    assert link.is_symlink()


def test_a_full_disk_leaves_what_was_there(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.xlsx"
    out.write_bytes(b"cu")

    def fill(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    assert report(samples, out, "--format", "xlsx") == 2
    assert "Đĩa đã đầy" in capsys.readouterr().err
    assert (out.read_bytes(), len(list(tmp_path.iterdir()))) == (b"cu", 1)


def report(samples: Path, out: Path, *arguments: str) -> int:
    asked = ["report", "--period", "2026-Q3", "--as-of", AT, "--out", str(out), *arguments]
    return main(["--store", str(samples), *asked])
