"""A report as the fields of its Word template; the names are the office's, explained in docs/mau-bao-cao.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from indicators.pictures import FULL_WIDTH_MM, draw
from indicators.reports.letterhead_fields import letterhead_fields
from indicators.reports.model import Chart, Column, Expected, Group, Line, Report, Said
from indicators.reports.template_filling import PictureField
from indicators.wording import documents

#: Of a target's chart: two stand side by side between the margins.
HALF_WIDTH_MM = 80.0

_REACHED = ("met", "will_meet")


def template_fields(report: Report) -> dict[str, object]:
    """Every field of data/templates/bao_cao.docx, filled from `report`."""
    return {
        **letterhead_fields(report.letterhead),
        "ten_loai": report.title_vi,
        "trich_yeu": report.subject_vi,
        "trich_yeu_trong_cau": f"{report.subject_vi[:1].lower()}{report.subject_vi[1:]}",
        "ten_xa": report.commune_name_vi,
        "ky_bao_cao": report.period_vi,
        "ngay_chot": documents.day_vi(report.closed_on),
        **_tally(report),
        "ket_qua_chung": report.summary_vi,
        "linh_vuc": [_group(number, group, report.columns) for number, group in enumerate(report.groups)],
        "cot": {documents.COLUMN_FIELDS[column.key]: column.heading_vi for column in report.columns},
        "ghi_chu_bang": report.notes_vi,
        "kho_khan": _said(report.difficulties),
        "giai_phap": _said(report.remedies),
        "kien_nghi": _said(report.proposals),
        **_outlook(report.expected),
        **_charts(report.charts),
        "ma_khoa": documents.fingerprint_vi(report.fingerprint),
    }


def _tally(report: Report) -> dict[str, object]:
    tally = report.tally
    return {
        "so_dat": tally.reached,
        "so_khong_dat": tally.missed,
        "so_chua_danh_gia": tally.unjudged,
        "tong_so": tally.total,
    }


def _group(number: int, group: Group, columns: Sequence[Column]) -> dict[str, object]:
    return {
        "chu_cai": documents.letter_of(number),
        "ten": group.name_vi,
        "ket_qua": group.sentences_vi,
        "dong": [_line(line, columns) for line in group.lines],
    }


def _line(line: Line, columns: Sequence[Column]) -> Mapping[str, str]:
    return {documents.COLUMN_FIELDS[column.key]: line.cells[column.key].text for column in columns}


def _said(remarks: Sequence[Said]) -> list[dict[str, str]]:
    return [{"ve": said.about_vi, "don_vi": said.unit_vi, "noi_dung": said.text_vi} for said in remarks]


def _outlook(expected: Sequence[Expected]) -> dict[str, object]:
    return {
        "co_du_bao": bool(expected),
        "du_bao_dat": [_expected(line) for line in expected if line.verdict in _REACHED],
        "du_bao_khong_dat": [_expected(line) for line in expected if line.verdict == "will_miss"],
        "chua_du_bao": [_expected(line) for line in expected if line.verdict == "unknown"],
    }


def _expected(line: Expected) -> dict[str, str]:
    """The full stop is the template's: it may put one part after the other."""
    said = {"ten": line.name_vi, "du_bao": line.forecast_vi, "can_dat": line.needed_vi, "ly_do": line.reason_vi}
    return {name: text.rstrip(".") for name, text in said.items()}


def _charts(charts: Sequence[Chart]) -> dict[str, object]:
    """What is about several targets stands by itself, the targets' charts in pairs; a chart without a value has no
    picture."""
    drawn = [chart for chart in charts if any(value is not None for series in chart.series for value in series.values)]
    halves = [_picture(chart, HALF_WIDTH_MM) for chart in drawn if chart.target]
    pairs = zip_longest(halves[::2], halves[1::2], fillvalue="")
    return {
        "co_bieu_do": bool(drawn),
        "bieu_do_chung": [_picture(chart, FULL_WIDTH_MM) for chart in drawn if not chart.target],
        "bieu_do_doi": [{"trai": left, "phai": right} for left, right in pairs],
    }


def _picture(chart: Chart, width_mm: float) -> PictureField:
    return PictureField(draw(chart, width_mm=width_mm).png, width_mm)
