-- create_table things
CREATE TABLE `things` (
    `place` point REF_SYSTEM_ID=4326 NOT NULL,
    `outline` geometry REF_SYSTEM_ID=0,
    CONSTRAINT `things_place_check` CHECK (st_srid(`place`) = 4326),
    CONSTRAINT `things_outline_check` CHECK (st_srid(`outline`) = 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
