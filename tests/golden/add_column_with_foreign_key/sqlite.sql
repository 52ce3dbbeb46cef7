-- add_column children.godparent_id
ALTER TABLE "children" ADD COLUMN "godparent_id" INTEGER CONSTRAINT "children_godparent_id_fkey" REFERENCES "parents" ("id") ON DELETE SET NULL;

-- add_column children.nickname
ALTER TABLE "children" ADD COLUMN "nickname" TEXT CHECK (length("nickname") <= 40);

-- add_index children.children_godparent_id_idx
CREATE INDEX "children_godparent_id_idx" ON "children" ("godparent_id");
