"""A Word document as what typst sets: its paragraphs, tables, pictures and pages, with the look that its styles give.

What stands in the document and cannot be set is refused (NotTypeset), so that nothing of it is lost unseen.
"""

from indicators.reports.typesetting.document import Sheets, sheets_of

__all__ = ["Sheets", "sheets_of"]
