-- insert_rows memberships, 2 rows
INSERT INTO `memberships` (`person`, `club`) VALUES
    ('6f0a1f5e-1f6d-4c1c-9a54-0f2f7a6c3b10', 'chess'),
    ('6f0a1f5e-1f6d-4c1c-9a54-0f2f7a6c3b10', 'go')
ON DUPLICATE KEY UPDATE `person` = `person`;
