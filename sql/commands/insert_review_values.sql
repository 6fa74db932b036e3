-- Purpose: adds the rows of a review. Table: review_line (line, part, ordinal, content). Parameters: commune, review.
insert into kpi.review_value (commune, review, line, part, ordinal, content)
select $commune, $review, line, part, ordinal, content
from review_line
order by line
