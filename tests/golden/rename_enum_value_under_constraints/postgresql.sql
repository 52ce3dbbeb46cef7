-- change_enum colour renames green to lime
ALTER TYPE "colour" RENAME VALUE 'green' TO 'lime';
