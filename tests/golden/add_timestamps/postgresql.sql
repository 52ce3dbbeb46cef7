-- add_column people.created_at
ALTER TABLE "people" ADD COLUMN "created_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- add_column people.updated_at
ALTER TABLE "people" ADD COLUMN "updated_at" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
