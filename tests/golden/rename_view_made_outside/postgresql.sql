-- rename_view found to kept
ALTER VIEW "found" RENAME TO "kept";
