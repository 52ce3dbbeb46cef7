-- drop_table windows
DROP TABLE "windows";

-- drop_enum colour
DROP TYPE "colour";
