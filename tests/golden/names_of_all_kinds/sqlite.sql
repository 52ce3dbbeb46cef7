-- create_table it's a "table" `with` \ everything
CREATE TABLE "it's a ""table"" `with` \ everything" (
    "select" INTEGER PRIMARY KEY AUTOINCREMENT,
    ":name" TEXT NOT NULL CHECK (length(":name") <= 20),
    "what?" INTEGER NOT NULL DEFAULT 1,
    "100%" INTEGER,
    "möglich" TEXT CONSTRAINT "it's a ""table"" `with` \ everything_möglich_check" CHECK ("möglich" IN ('yes', 'no')),
    "order by" INTEGER CONSTRAINT "it's a ""table"" `with` \ everything_order by_fkey" REFERENCES "it's a ""table"" `with` \ everything" ("select"),
    CONSTRAINT "it's a ""table"" `with` \ everything_100%_key" UNIQUE ("100%"),
    CONSTRAINT "che'ck ""this""" CHECK (1 = 1)
) STRICT;

-- create_table it's a "table" `with` \ everything
CREATE INDEX "i'n""d`e?x" ON "it's a ""table"" `with` \ everything" (":name", "what?");
