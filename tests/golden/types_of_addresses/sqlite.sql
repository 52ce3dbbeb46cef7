-- create_table things
CREATE TABLE "things" (
    "host" TEXT COLLATE NOCASE NOT NULL DEFAULT '192.0.2.1' CHECK ("host" GLOB '*[:.]*' AND "host" NOT GLOB '*[^0-9a-fA-F:.]*'),
    "network" TEXT COLLATE NOCASE NOT NULL DEFAULT '192.0.2.0/24' CHECK ("network" GLOB '*[:.]*' AND "network" NOT GLOB '*[^0-9a-fA-F:./]*'),
    "card" TEXT COLLATE NOCASE NOT NULL DEFAULT '08:00:2b:01:02:03' CHECK ("card" GLOB '[0-9a-fA-F][0-9a-fA-F]:[0-9a-fA-F][0-9a-fA-F]:[0-9a-fA-F][0-9a-fA-F]:[0-9a-fA-F][0-9a-fA-F]:[0-9a-fA-F][0-9a-fA-F]:[0-9a-fA-F][0-9a-fA-F]')
) STRICT;
