-- rename_enum colour to paint
ALTER TYPE "colour" RENAME TO "paint";

-- change_enum paint adds blue
ALTER TABLE "walls" DROP CONSTRAINT "walls_paint_check",
    ADD CONSTRAINT "walls_paint_check" CHECK ("paint" IN ('red', 'green', 'blue'));

-- change_enum paint adds blue
ALTER TYPE "paint" ADD VALUE 'blue';

-- drop_table doors
DROP TABLE "doors";

-- drop_table windows
DROP TABLE "windows";

-- drop_table windows
DROP TYPE "paint";
