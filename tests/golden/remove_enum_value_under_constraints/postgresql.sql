-- change_enum colour removes green
SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = to_regtype('"colour"') AND enumlabel NOT IN ('red', 'green', 'grey');

-- change_enum colour removes green
SELECT count(*) FROM "colours" WHERE "name" = 'green';

-- change_enum colour removes green
SELECT count(*) FROM "doors" WHERE "colour" = 'green';

-- change_enum colour removes green
ALTER TABLE "doors" DROP CONSTRAINT "doors_colour_fkey";

-- change_enum colour removes green
ALTER TABLE "doors" DROP CONSTRAINT "red_first";

-- change_enum colour removes green
DROP INDEX "doors_red";

-- change_enum colour removes green
ALTER TYPE "colour" RENAME TO "colour_former";

-- change_enum colour removes green
CREATE TYPE "colour" AS ENUM ('red', 'grey');

-- change_enum colour removes green
ALTER TABLE "colours" ALTER COLUMN "name" TYPE "colour" USING "name"::text::"colour";

-- change_enum colour removes green
ALTER TABLE "doors" ALTER COLUMN "colour" TYPE "colour" USING "colour"::text::"colour";

-- change_enum colour removes green
DROP TYPE "colour_former";

-- change_enum colour removes green
ALTER TABLE "doors" ADD CONSTRAINT "red_first" CHECK (colour <> 'red' OR n < 10);

-- change_enum colour removes green
CREATE INDEX "doors_red" ON "doors" ("n") WHERE (colour = 'red');

-- change_enum colour removes green
ALTER TABLE "doors" ADD CONSTRAINT "doors_colour_fkey" FOREIGN KEY ("colour") REFERENCES "colours" ("name");
