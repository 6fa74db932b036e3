"""Charts as pictures: `reports.model.Chart` in, PNG and SVG out; nothing of a screen, no state of pyplot."""

from indicators.pictures.drawing import FULL_WIDTH_MM, draw
from indicators.pictures.picture import Picture

__all__ = ["FULL_WIDTH_MM", "Picture", "draw"]
