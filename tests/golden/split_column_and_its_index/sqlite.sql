-- add_column books.isbn
ALTER TABLE "books" ADD COLUMN "isbn" TEXT CHECK (length("isbn") <= 13);

-- add_index books.books_isbn_idx
CREATE INDEX "books_isbn_idx" ON "books" ("isbn");
