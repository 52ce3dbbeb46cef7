-- create_table things
CREATE TABLE "things" (
    "tiny" smallint NOT NULL DEFAULT 255 CONSTRAINT "things_tiny_check" CHECK ("tiny" BETWEEN 0 AND 255),
    "small" integer NOT NULL DEFAULT 65535 CONSTRAINT "things_small_check" CHECK ("small" BETWEEN 0 AND 65535),
    "whole" bigint NOT NULL DEFAULT 4294967295 CONSTRAINT "things_whole_check" CHECK ("whole" BETWEEN 0 AND 4294967295),
    "big" numeric(20, 0) NOT NULL DEFAULT 18446744073709551615 CONSTRAINT "things_big_check" CHECK ("big" BETWEEN 0 AND 18446744073709551615),
    "ratio" real NOT NULL DEFAULT 0.5,
    "exact_ratio" double precision NOT NULL DEFAULT -1.5e+300,
    "price" numeric(12, 2) NOT NULL DEFAULT -12.5,
    "scaled" numeric(18, 4) NOT NULL DEFAULT 0.0001,
    "flags" bit(10) NOT NULL DEFAULT B'1000000001'
);
