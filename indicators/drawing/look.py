"""The colours and the type of the charts: those of serving/assets/dashboard.css."""

INK, NAVY, PATH, STRETCH, GRID, GOAL = "#17222f", "#12355b", "#7c8a9c", "#1b75bb", "#e6ebf1", "#b3261e"
BAND, FORECAST, FORECAST_FAN = "rgba(27,117,187,0.09)", "#a85f00", "rgba(217,132,20,0.14)"
VERSION, BORDER = "#5b4b8a", "#c7d1dd"
#: Of the scenarios that the office added, in their order.
SCENARIOS = ("#0f766e", "#a23b72", "#6b7a1f", "#6b4c9a", "#8a5a00", "#3a6ea5")
FONT = '"Segoe UI", Roboto, system-ui, "Noto Sans", Arial, "DejaVu Sans", sans-serif'
SMALL = 12.5
