-- change_enum colour adds green
ALTER TYPE "colour" ADD VALUE IF NOT EXISTS 'green';

-- change_enum colour adds blue
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'blue', 'green'));

-- change_enum colour adds blue
ALTER TYPE "colour" ADD VALUE IF NOT EXISTS 'blue' AFTER 'red';

-- change_enum colour renames green to lime
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'blue', 'green', 'lime'));

-- change_enum colour renames green to lime
UPDATE "walls" SET "paint" = 'lime' WHERE "paint" = 'green';

-- change_enum colour renames green to lime
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'blue', 'lime'));

-- change_enum colour renames green to lime
ALTER TYPE "colour" RENAME VALUE 'green' TO 'lime';

-- change_enum colour removes lime
UPDATE "walls" SET "paint" = 'red' WHERE "paint" = 'lime';

-- change_enum colour removes lime
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'blue'));

-- change_enum colour removes lime
SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = to_regtype('"colour"') AND enumlabel NOT IN ('red', 'blue', 'lime');

-- change_enum colour removes lime
ALTER TYPE "colour" RENAME TO "colour_former";

-- change_enum colour removes lime
CREATE TYPE "colour" AS ENUM ('red', 'blue');

-- change_enum colour removes lime
ALTER TABLE "doors" ALTER COLUMN "colour" TYPE "colour" USING (CASE "colour"::text WHEN 'lime' THEN 'red' ELSE "colour"::text END)::"colour";

-- change_enum colour removes lime
ALTER TABLE "doors" ALTER COLUMN "inside" DROP DEFAULT, ALTER COLUMN "inside" TYPE "colour" USING (CASE "inside"::text WHEN 'lime' THEN 'red' ELSE "inside"::text END)::"colour", ALTER COLUMN "inside" SET DEFAULT 'red';

-- change_enum colour removes lime
ALTER TABLE "windows" ALTER COLUMN "frame" TYPE "colour" USING (CASE "frame"::text WHEN 'lime' THEN 'red' ELSE "frame"::text END)::"colour";

-- change_enum colour removes lime
DROP TYPE "colour_former";
