-- drop_column children.name
ALTER TABLE "children" DROP COLUMN "name";
