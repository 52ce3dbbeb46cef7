-- add_column people.bio
ALTER TABLE "people" ADD COLUMN "bio" TEXT;
