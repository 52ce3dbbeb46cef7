-- insert_rows accounts, 2 rows
INSERT INTO `accounts` (`id`, `name`, `active`, `kind`) VALUES
    (1, 'Ada', true, 'private'),
    (2, 'Acme', false, 'company');
