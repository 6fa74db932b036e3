"""Rows in, HTML out: what the pages show without a chart library. Every text is escaped, nothing is read."""
