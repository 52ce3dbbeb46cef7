-- create_table sessions
CREATE TABLE "sessions" (
    "id" uuid NOT NULL,
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);
