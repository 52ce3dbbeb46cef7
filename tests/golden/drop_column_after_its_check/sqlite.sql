-- drop_check stock.stock_reserved_is_there, drop_column stock.reserved
CREATE TABLE "godwit_new_stock" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "shelf_id" INTEGER CONSTRAINT "stock_shelf_id_fkey" REFERENCES "shelves" ("id"),
    "article" TEXT NOT NULL CHECK (length("article") <= 40),
    "serial" TEXT CHECK (length("serial") <= 40),
    "pieces" INTEGER NOT NULL DEFAULT 0,
    "label" TEXT CHECK (length("label") <= 40),
    CONSTRAINT "stock_article_serial_key" UNIQUE ("article", "serial")
) STRICT;
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'godwit_new_stock', seq FROM sqlite_sequence WHERE name = 'stock';
INSERT INTO "godwit_new_stock" ("id", "shelf_id", "article", "serial", "pieces", "label")
    SELECT "id", "shelf_id", "article", "serial", "pieces", "label"
    FROM "stock" ORDER BY rowid;
DROP TABLE "stock";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "godwit_new_stock" RENAME TO "stock";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "stock_pieces_idx" ON "stock" ("pieces");
CREATE INDEX "stock_pieces_article_idx" ON "stock" ("pieces", "article");
