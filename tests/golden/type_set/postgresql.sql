-- create_table things
CREATE TABLE "things" (
    "days" text[] NOT NULL DEFAULT ARRAY['mo', 'it''s']::text[] CONSTRAINT "things_days_check" CHECK ("days" <@ ARRAY['mo', 'tu', 'it''s']::text[])
);
