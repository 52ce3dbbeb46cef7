-- create_table wide
CREATE TABLE "wide" (
    "body" varchar(16380) NOT NULL,
    "rest" text NOT NULL
);
