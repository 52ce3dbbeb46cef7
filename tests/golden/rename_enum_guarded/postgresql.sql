-- rename_enum colour to paint
ALTER TYPE "colour" RENAME TO "paint";
