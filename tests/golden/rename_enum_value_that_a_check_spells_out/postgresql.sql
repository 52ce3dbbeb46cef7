-- change_enum colour renames red to rose
ALTER TYPE "colour" RENAME VALUE 'red' TO 'rose';
