-- drop_table doors
DROP TABLE "doors";

-- drop_table doors
DROP TYPE "colour";

-- create_table doors
CREATE TYPE "colour" AS ENUM ('blue', 'green');

-- create_table doors
CREATE TABLE "doors" (
    "colour" "colour" NOT NULL
);
