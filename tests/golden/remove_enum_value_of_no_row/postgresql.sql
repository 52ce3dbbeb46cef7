-- change_enum colour removes green
ALTER TYPE "colour" RENAME TO "colour_former";

-- change_enum colour removes green
CREATE TYPE "colour" AS ENUM ('red');

-- change_enum colour removes green
ALTER TABLE "windows" ALTER COLUMN "frame" DROP DEFAULT, ALTER COLUMN "frame" TYPE "colour" USING "frame"::text::"colour", ALTER COLUMN "frame" SET DEFAULT 'red';

-- change_enum colour removes green
DROP TYPE "colour_former";
