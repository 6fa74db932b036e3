"""A zip is a workbook of three kinds: .xlsx and .xlsm, .xlsb, .ods. What it is, its parts say, not its name."""

from indicators.intake.workbook.raw import RawWorkbook, Refused
from indicators.intake.workbook.xml_parts import Archive
from indicators.limits import STANDARD, Limits

_OTHERS = (
    ("word/document.xml", "word"),
    ("ppt/presentation.xml", "powerpoint"),
    ("visio/document.xml", "visio"),
    ("Index/Document.iwa", "numbers"),
    ("META-INF/MANIFEST.MF", "program"),
)


def read_zipped(content: bytes, limits: Limits = STANDARD) -> RawWorkbook:
    """The workbook in a zip. Raises Refused."""
    archive = Archive(content, limits)
    kind = archive.read_start("mimetype", 100)
    if "encrypted-package" in archive:  # how a newer LibreOffice keeps a whole .ods behind a password
        raise Refused("encrypted")
    if "content.xml" in archive and b"opendocument.spreadsheet" in kind:
        from indicators.intake.workbook.ods import read_ods  # noqa: PLC0415

        return read_ods(archive)
    if "xl/workbook.bin" in archive:
        from indicators.intake.workbook.xlsb import read_xlsb  # noqa: PLC0415

        return read_xlsb(archive)
    if "[Content_Types].xml" not in archive and "xl/workbook.xml" not in archive:
        raise Refused("not_a_workbook", _other_kind(archive, kind))
    from indicators.intake.workbook.xlsx import read_xlsx  # noqa: PLC0415

    try:
        return read_xlsx(archive)
    except Refused as refused:
        if refused.code == "not_a_workbook":
            refused.trouble = _other_kind(archive, kind)
        raise


def _other_kind(archive: Archive, mimetype: bytes) -> str:
    """What a zip is that is no workbook."""
    found = next((kind for part, kind in _OTHERS if part in archive), "archive")
    return "opendocument" if b"opendocument" in mimetype else found
