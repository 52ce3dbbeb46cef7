-- change_enum colour renames green to lime
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'green', 'lime'));

-- change_enum colour renames green to lime
UPDATE "walls" SET "paint" = 'lime' WHERE "paint" = 'green';

-- change_enum colour renames green to lime
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'lime'));

-- change_enum colour renames green to lime
ALTER TYPE "colour" RENAME VALUE 'green' TO 'lime';
