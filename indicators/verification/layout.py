"""Where everything stands in a review's folder, and how much of it is looked at."""

from __future__ import annotations

MANIFEST, SIGNATURE, PUBLIC_KEY = "manifest.json", "manifest.sig", "khoa_cong_khai.pem"
CANONICAL = "so_lieu_chot.jsonl"
READ_FIRST = "DOC_TRUOC.txt"
DATA_WORKBOOK = "so_lieu_chot.xlsx"
DUCKDB, PARQUET = "so_lieu_chot.duckdb", "parquet"
REPORT, REPORT_WORKBOOK = "bao_cao", "bao_cao.xlsx"
SHEETS = "bieu_goc"

#: What names no file in itself: the manifest says the others, the signature is over the manifest.
UNLISTED = frozenset({MANIFEST, SIGNATURE})

#: A folder of a review; a later one may read an earlier.
FOLDER_FORMAT = 1
HEADING_ROWS = 2  # of a sheet of the data workbook: names in Vietnamese, names of the columns
SHORT_DIGEST = 16  # hexadecimal digits: it names a row or an inner part, the whole file is held by SHA-256
PACKAGES = frozenset({".xlsx", ".xlsm", ".docx"})
