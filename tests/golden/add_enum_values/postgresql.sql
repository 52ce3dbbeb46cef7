-- change_enum colour adds blue
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'green', 'blue'));

-- change_enum colour adds blue
ALTER TYPE "colour" ADD VALUE 'blue';

-- change_enum colour adds pink
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'pink', 'green', 'blue'));

-- change_enum colour adds pink
ALTER TYPE "colour" ADD VALUE 'pink' BEFORE 'green';
