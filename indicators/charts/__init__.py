"""Rows in, a Plotly figure out: a target's actuals on its path (đường găng), beside what else was planned and what may
come."""

from indicators.charts.figure import CONFIG, path_figure

__all__ = ["CONFIG", "path_figure"]
