-- create_table too_wide
CREATE TABLE "too_wide" (
    "body" varchar(16383) NOT NULL,
    "rest" text NOT NULL
);
