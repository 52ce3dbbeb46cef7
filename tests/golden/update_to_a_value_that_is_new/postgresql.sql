-- change_enum colour adds blue
ALTER TYPE "colour" ADD VALUE 'blue';

-- update_rows doors
UPDATE "doors" SET "colour" = 'blue'
WHERE (colour = 'red');
