-- create_materialized_view per_page
CREATE MATERIALIZED VIEW "per_page" ("page", "n") AS
SELECT page, count(*) FROM visits GROUP BY page
WITH NO DATA;
