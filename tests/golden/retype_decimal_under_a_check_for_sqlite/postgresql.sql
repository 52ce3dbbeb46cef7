-- change_type amounts.total
ALTER TABLE "amounts" ALTER COLUMN "total" TYPE numeric(12, 3);
