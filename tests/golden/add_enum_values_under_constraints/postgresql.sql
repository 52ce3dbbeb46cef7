-- change_enum colour adds blue
ALTER TYPE "colour" ADD VALUE 'blue';

-- change_enum colour adds pink
ALTER TYPE "colour" ADD VALUE 'pink' BEFORE 'red';
