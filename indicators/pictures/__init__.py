"""Charts as pictures: `reports.model.Chart` in, PNG and SVG out; nothing of a screen, no state of pyplot."""

from indicators.pictures.drawing import FULL_WIDTH_MM, draw
from indicators.pictures.heat import SLIDE_WIDTH_MM, HeatMap, HeatRow, draw_heat_map
from indicators.pictures.picture import Picture

__all__ = ["FULL_WIDTH_MM", "SLIDE_WIDTH_MM", "HeatMap", "HeatRow", "Picture", "draw", "draw_heat_map"]
