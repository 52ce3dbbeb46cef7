-- create_table sessions
CREATE TABLE "sessions" (
    "id" TEXT COLLATE NOCASE NOT NULL CHECK (length("id") = 36),
    PRIMARY KEY ("id")
) STRICT;
