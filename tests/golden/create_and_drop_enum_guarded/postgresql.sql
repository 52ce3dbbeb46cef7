-- create_enum paint
CREATE TYPE "paint" AS ENUM ('red', 'green');

-- drop_enum colour
DROP TYPE IF EXISTS "colour";

-- drop_enum colour
DROP TYPE IF EXISTS "colour";
