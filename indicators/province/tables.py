"""A province's reading as the tables that the statements take."""

from __future__ import annotations

import numpy as np

from indicators.catalogue import Accumulation
from indicators.intake.workbook.cells import letters_of
from indicators.province.model import ProvinceReading
from indicators.store import Tables


def tables_of(reading: ProvinceReading) -> Tables:
    """province_row, province_column, province_value and province_commune, as sql/queries/province_beside.sql and the
    commands that insert them describe them."""
    rows, columns, values = reading.rows, reading.columns, reading.values
    measures = [column.measure for column in columns]
    return {
        "province_row": {
            "row_number": np.arange(len(rows)),
            "commune": np.array([row.key for row in rows], object),
            "sheet_row": np.array([row.number for row in rows], np.int64),
        },
        "province_column": {
            "column_number": np.arange(len(columns)),
            "measure": np.array([measure.measure for measure in measures], object),
            "period": np.array([column.period for column in columns], object),
            "match": np.array([str(column.match) for column in columns], object),
            "sheet": np.array([column.sheet for column in columns], object),
            "letters": np.array([letters_of(column.number) for column in columns], object),
            "to_date": np.array([measure.accumulation is Accumulation.YEAR_TO_DATE for measure in measures]),
            "is_yes_no": np.array([measure.is_yes_no for measure in measures]),
            "is_percent": np.array([measure.is_percent for measure in measures]),
            "is_whole": np.array([measure.decimals == 0 for measure in measures]),
        },
        "province_value": {
            "value_number": np.arange(len(values)),
            "row_number": values.rows,
            "column_number": values.columns,
            "ten_thousandths": values.ten_thousandths,
            "estimate": values.estimates,
        },
        "province_commune": {
            "commune": np.array(list(reading.communes), object),
            "name_vi": np.array(list(reading.communes.values()), object),
        },
    }
