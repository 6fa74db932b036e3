"""A zip is a workbook of three kinds: .xlsx and .xlsm, .xlsb, .ods. What it is, its parts say, not its name."""

from indicators.intake.workbook.raw import RawWorkbook, Refused
from indicators.intake.workbook.xml_parts import Archive


def read_zipped(content: bytes) -> RawWorkbook:
    """The workbook in a zip. Raises Refused."""
    archive = Archive(content)
    if "content.xml" in archive and b"opendocument.spreadsheet" in archive.read_start("mimetype", 100):
        from indicators.intake.workbook.ods import read_ods  # noqa: PLC0415

        return read_ods(archive)
    if "xl/workbook.bin" in archive:
        from indicators.intake.workbook.xlsb import read_xlsb  # noqa: PLC0415

        return read_xlsb(archive)
    if "[Content_Types].xml" not in archive and "xl/workbook.xml" not in archive:
        raise Refused("not_a_workbook")
    from indicators.intake.workbook.xlsx import read_xlsx  # noqa: PLC0415

    return read_xlsx(archive)
