-- create_function audit
CREATE FUNCTION "audit"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

-- create_trigger orders.watch
CREATE TRIGGER "watch" AFTER INSERT ON "orders"
FOR EACH ROW EXECUTE FUNCTION "audit"('it''s');
