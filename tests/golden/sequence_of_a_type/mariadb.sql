-- create_sequence page_no
CREATE SEQUENCE `page_no` AS int CACHE 1;

-- create_sequence shelf_no
CREATE SEQUENCE `shelf_no` AS smallint CACHE 1;

-- create_sequence book_no
CREATE SEQUENCE `book_no` AS bigint CACHE 1;
