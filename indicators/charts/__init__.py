"""Rows in, a Plotly figure out: a target's actuals on its path (đường găng), beside what else was planned and what may
come."""

from indicators.charts.figure import CONFIG, can_draw, path_figure

__all__ = ["CONFIG", "can_draw", "path_figure"]
