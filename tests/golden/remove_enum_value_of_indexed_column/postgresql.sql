-- change_enum colour removes green
SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = to_regtype('"colour"') AND enumlabel NOT IN ('red', 'green');

-- change_enum colour removes green
DROP INDEX "doors_red";

-- change_enum colour removes green
ALTER TYPE "colour" RENAME TO "colour_former";

-- change_enum colour removes green
CREATE TYPE "colour" AS ENUM ('red');

-- change_enum colour removes green
ALTER TABLE "doors" ALTER COLUMN "colour" TYPE "colour" USING (CASE "colour"::text WHEN 'green' THEN 'red' ELSE "colour"::text END)::"colour";

-- change_enum colour removes green
ALTER TABLE "doors" ALTER COLUMN "inside" DROP DEFAULT, ALTER COLUMN "inside" TYPE "colour" USING (CASE "inside"::text WHEN 'green' THEN 'red' ELSE "inside"::text END)::"colour", ALTER COLUMN "inside" SET DEFAULT 'red';

-- change_enum colour removes green
DROP TYPE "colour_former";

-- change_enum colour removes green
CREATE INDEX "doors_red" ON "doors" ("colour") WHERE (colour = 'red');
