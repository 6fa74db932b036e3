"""From a cell to a value of its measure: units, numbers, yes and no, ranges, and what was known before."""
