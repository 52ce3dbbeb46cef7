-- create_table orders
CREATE TABLE "orders" (
    "id" TEXT COLLATE NOCASE NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))) CHECK (length("id") = 36),
    "user_id" TEXT COLLATE NOCASE NOT NULL CHECK (length("user_id") = 36) CONSTRAINT "orders_user_id_fkey" REFERENCES "users" ("id") ON DELETE CASCADE,
    "total" INTEGER NOT NULL CHECK ("total" BETWEEN -999999999999 AND 999999999999),
    "status" TEXT NOT NULL DEFAULT 'pending' CONSTRAINT "orders_status_check" CHECK ("status" IN ('pending', 'paid', 'shipped', 'cancelled')),
    "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    PRIMARY KEY ("id")
) STRICT;

-- create_table orders
CREATE INDEX "orders_user_id_status_idx" ON "orders" ("user_id", "status");
