"""Fonts from before Unicode, by their name: what a text in them is encoded in."""


def encoding_of(font: str) -> str:
    """'tcvn3', 'tcvn3_capitals' (a font that draws small letters as capitals), 'vni', or nothing."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return "tcvn3_capitals" if font.strip().endswith("H") else "tcvn3"
    return "vni" if name.startswith("vni-") else ""
