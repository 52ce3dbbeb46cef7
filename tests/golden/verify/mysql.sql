-- verify 'nobody owes anything'
SELECT count(*) FROM accounts WHERE balance < 0;

-- verify 'no nameless account'
SELECT id FROM accounts WHERE name = '';
