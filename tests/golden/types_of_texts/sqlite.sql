-- create_table things
CREATE TABLE "things" (
    "code" TEXT NOT NULL DEFAULT 'EUR' CHECK (length("code") = 3),
    "tiny" TEXT NOT NULL DEFAULT 'a',
    "small" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "email" TEXT COLLATE NOCASE NOT NULL CHECK (length("email") <= 100),
    "icon" BLOB NOT NULL,
    "scan" BLOB,
    "digest" BLOB NOT NULL CHECK (length("digest") = 32),
    "salt" BLOB NOT NULL CHECK (length("salt") <= 64),
    "page" TEXT,
    CONSTRAINT "things_email_key" UNIQUE ("email")
) STRICT;
