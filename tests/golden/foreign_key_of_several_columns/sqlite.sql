-- create_table children
CREATE TABLE "children" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "land" INTEGER NOT NULL,
    "code" TEXT NOT NULL CHECK (length("code") <= 10),
    CONSTRAINT "child_of" FOREIGN KEY ("land", "code") REFERENCES "parents" ("land", "code") ON UPDATE CASCADE
) STRICT;
