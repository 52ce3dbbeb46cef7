-- drop_column flags.up
ALTER TABLE "flags" DROP COLUMN "up";
