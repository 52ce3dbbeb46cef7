-- create_table things
CREATE EXTENSION IF NOT EXISTS "citext";

-- create_table things
CREATE TABLE "things" (
    "code" char(3) NOT NULL DEFAULT 'EUR',
    "tiny" text NOT NULL DEFAULT 'a',
    "small" text NOT NULL,
    "medium" text NOT NULL,
    "email" citext NOT NULL CONSTRAINT "things_email_check" CHECK (char_length("email") <= 100),
    "icon" bytea NOT NULL,
    "scan" bytea,
    "digest" bytea NOT NULL CONSTRAINT "things_digest_check" CHECK (octet_length("digest") = 32),
    "salt" bytea NOT NULL CONSTRAINT "things_salt_check" CHECK (octet_length("salt") <= 64),
    "page" xml,
    CONSTRAINT "things_email_key" UNIQUE ("email")
);
