-- enable_extension citext
CREATE EXTENSION "citext";

-- disable_extension citext
DROP EXTENSION "citext";
