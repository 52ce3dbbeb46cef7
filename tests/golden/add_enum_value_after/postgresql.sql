-- change_enum colour adds it's
ALTER TYPE "colour" ADD VALUE 'it''s' AFTER 'red';
