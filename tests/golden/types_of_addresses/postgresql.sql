-- create_table things
CREATE TABLE "things" (
    "host" inet NOT NULL DEFAULT '192.0.2.1',
    "network" cidr NOT NULL DEFAULT '192.0.2.0/24',
    "card" macaddr NOT NULL DEFAULT '08:00:2b:01:02:03'
);
