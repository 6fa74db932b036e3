"""The periods of a sheet: as words name them, as titles and columns agree on them."""
