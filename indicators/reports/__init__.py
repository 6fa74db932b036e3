"""The reports an office must send: what they say (`model`), and the same as Word, PDF and Excel.

Everything is worked out once, as a `Report`; the writers only set it.
"""
