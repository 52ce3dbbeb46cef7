-- create_table invoices
CREATE TABLE "invoices" (
    "number" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (INCREMENT BY 10),
    CONSTRAINT "invoices_pkey" PRIMARY KEY ("number")
);
