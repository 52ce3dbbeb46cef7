-- add_column memberships.points
ALTER TABLE "memberships" ADD COLUMN "points" integer;

-- copy_column memberships.points from godwit_copy_memberships_points_f7426159.points
UPDATE "memberships" SET "points" = (SELECT "godwit_copy_memberships_points_f7426159"."points" FROM "godwit_copy_memberships_points_f7426159" WHERE "godwit_copy_memberships_points_f7426159"."person" = "memberships"."person" AND "godwit_copy_memberships_points_f7426159"."club" = "memberships"."club")
WHERE EXISTS (SELECT 1 FROM "godwit_copy_memberships_points_f7426159" WHERE "godwit_copy_memberships_points_f7426159"."person" = "memberships"."person" AND "godwit_copy_memberships_points_f7426159"."club" = "memberships"."club");

-- drop_table godwit_copy_memberships_points_f7426159
DROP TABLE IF EXISTS "godwit_copy_memberships_points_f7426159";
