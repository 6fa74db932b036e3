"""Which measure a row speaks of, from its name and its code."""
