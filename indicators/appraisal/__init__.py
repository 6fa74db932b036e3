"""A frozen review beside what came after it and what was wanted before it: pure comparisons of judged rows.

Rows have the columns of sql/views/70_judged.sql; nothing here reads the store or changes a number.
"""
