-- Purpose: the files of a review's folder, byte for byte, as they were made when it was frozen.
-- Grain: one row a commune, review and file.
create table kpi.review_file (
    commune  varchar not null,
    review   varchar not null,
    path     varchar not null,   -- within the folder, with slashes
    sha256   varchar not null,   -- of content, in hexadecimal
    content  blob not null,
    primary key (commune, review, path)
)
