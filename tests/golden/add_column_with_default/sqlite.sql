-- add_column people.active
ALTER TABLE "people" ADD COLUMN "active" INTEGER NOT NULL DEFAULT 1 CHECK ("active" IN (0, 1));

-- add_column people.balance
ALTER TABLE "people" ADD COLUMN "balance" INTEGER NOT NULL DEFAULT -50 CHECK ("balance" BETWEEN -999999999999 AND 999999999999);

-- add_column people.locale
ALTER TABLE "people" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'de_DE' CHECK (length("locale") <= 5);
