-- create_table sessions
CREATE TABLE "sessions" (
    "id" uuid NOT NULL DEFAULT gen_random_uuid(),
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);
