-- add_column people.active
ALTER TABLE "people" ADD COLUMN "active" boolean NOT NULL DEFAULT true;

-- add_column people.balance
ALTER TABLE "people" ADD COLUMN "balance" numeric(12, 2) NOT NULL DEFAULT -0.50;

-- add_column people.locale
ALTER TABLE "people" ADD COLUMN "locale" varchar(5) NOT NULL DEFAULT 'de_DE';
