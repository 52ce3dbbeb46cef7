-- add_column windows.frame
CREATE TYPE "colour" AS ENUM ('red', 'green');

-- add_column windows.frame
ALTER TABLE "windows" ADD COLUMN "frame" "colour" NOT NULL DEFAULT 'red';
