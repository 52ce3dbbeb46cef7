-- drop_table doors
DROP TABLE "doors";
