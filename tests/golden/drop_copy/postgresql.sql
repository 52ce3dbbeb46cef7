-- drop_table godwit_copy_memberships_points_f7426159
DROP TABLE "godwit_copy_memberships_points_f7426159";
