-- refresh_view per_page
REFRESH MATERIALIZED VIEW "per_page";

-- refresh_view per_page
REFRESH MATERIALIZED VIEW CONCURRENTLY "per_page";

-- rename_materialized_view per_page to by_page
ALTER MATERIALIZED VIEW "per_page" RENAME TO "by_page";

-- refresh_view by_page
REFRESH MATERIALIZED VIEW "by_page" WITH NO DATA;

-- drop_materialized_view by_page
DROP MATERIALIZED VIEW "by_page";
