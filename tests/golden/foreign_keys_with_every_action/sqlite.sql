-- create_table children
CREATE TABLE "children" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "a" INTEGER CONSTRAINT "children_a_fkey" REFERENCES "parents" ("id"),
    "b" INTEGER CONSTRAINT "children_b_fkey" REFERENCES "parents" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
    "c" INTEGER CONSTRAINT "children_c_fkey" REFERENCES "parents" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "d" INTEGER CONSTRAINT "children_d_fkey" REFERENCES "parents" ("id") ON DELETE SET NULL ON UPDATE SET NULL
) STRICT;
