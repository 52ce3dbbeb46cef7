-- change_enum colour adds blue
ALTER TYPE "colour" ADD VALUE 'blue';

-- change_enum colour renames red to rose
ALTER TYPE "colour" RENAME VALUE 'red' TO 'rose';
