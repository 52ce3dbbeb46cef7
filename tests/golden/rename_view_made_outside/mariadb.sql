-- rename_view found to kept
RENAME TABLE `found` TO `kept`;
