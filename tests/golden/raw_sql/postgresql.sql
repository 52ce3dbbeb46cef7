-- raw_sql
CREATE INDEX lower_title ON notes (lower(title));
