-- change_enum colour removes green
SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = to_regtype('"colour"') AND enumlabel NOT IN ('red', 'green');

-- change_enum colour removes green
SELECT count(*) FROM "windows" WHERE "frame" = 'green';

-- change_enum colour removes green
ALTER TYPE "colour" RENAME TO "colour_former";

-- change_enum colour removes green
CREATE TYPE "colour" AS ENUM ('red');

-- change_enum colour removes green
ALTER TABLE "windows" ALTER COLUMN "frame" DROP DEFAULT, ALTER COLUMN "frame" TYPE "colour" USING "frame"::text::"colour", ALTER COLUMN "frame" SET DEFAULT 'red';

-- change_enum colour removes green
DROP TYPE "colour_former";
