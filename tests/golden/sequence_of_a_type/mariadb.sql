-- create_sequence page_no
CREATE SEQUENCE `page_no` AS int;

-- create_sequence shelf_no
CREATE SEQUENCE `shelf_no` AS smallint;

-- create_sequence book_no
CREATE SEQUENCE `book_no` AS bigint;
