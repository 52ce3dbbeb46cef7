-- change_enum colour removes green
UPDATE "walls" SET "paint" = 'red' WHERE "paint" = 'green';

-- change_enum colour removes green
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red'));

-- change_enum colour removes green
SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = to_regtype('"colour"') AND enumlabel NOT IN ('red', 'green');

-- change_enum colour removes green
ALTER TYPE "colour" RENAME TO "colour_former";

-- change_enum colour removes green
CREATE TYPE "colour" AS ENUM ('red');

-- change_enum colour removes green
ALTER TABLE "doors" ALTER COLUMN "colour" TYPE "colour" USING (CASE "colour"::text WHEN 'green' THEN 'red' ELSE "colour"::text END)::"colour";

-- change_enum colour removes green
ALTER TABLE "doors" ALTER COLUMN "inside" DROP DEFAULT, ALTER COLUMN "inside" TYPE "colour" USING (CASE "inside"::text WHEN 'green' THEN 'red' ELSE "inside"::text END)::"colour", ALTER COLUMN "inside" SET DEFAULT 'red';

-- change_enum colour removes green
ALTER TABLE "windows" ALTER COLUMN "frame" TYPE "colour" USING (CASE "frame"::text WHEN 'green' THEN 'red' ELSE "frame"::text END)::"colour";

-- change_enum colour removes green
DROP TYPE "colour_former";
