"""A province's sheet: one row a commune, the measures across, thousands of communes in one file.

is_province(workbook, catalogue, register)          whether a workbook is one, and no office's report
read_province(workbook, catalogue, register, …)     its values, in columns, and its troubles
check_province(store, reading, …)                   the same beside what stands, and beside each commune's past
record_province(store, content, …)                  recorded whole, under one number
"""

from indicators.province.checking import check_province
from indicators.province.model import MeasureColumn, ProvinceCheck, ProvinceReading, ProvinceRow, ProvinceValues
from indicators.province.reading import is_province, read_province
from indicators.province.recording import record_province

__all__ = [
    "MeasureColumn", "ProvinceCheck", "ProvinceReading", "ProvinceRow", "ProvinceValues", "check_province",
    "is_province", "read_province", "record_province",
]  # fmt: skip
