-- create_table sessions
CREATE TABLE "sessions" (
    "id" uuid NOT NULL DEFAULT (overlay(overlay(md5(random()::text || random()::text || clock_timestamp()::text || pg_backend_pid()::text) placing '4' from 13) placing substr('89ab', floor(random() * 4)::integer + 1, 1) from 17)::uuid),
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);
