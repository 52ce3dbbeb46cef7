// Makes the table in a database in memory and shows what has become of the struct.

#include <cstdio>

#include <godwit/connect.hpp>
#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include <structs/migrations.hpp>

int main() try {
    godwit::Connection db = godwit::connect("sqlite::memory:");
    godwit::Migrator migrator{db, structs::migrations()};
    migrator.up();
    for (const auto& row : db.query("SELECT name, type, \"notnull\" FROM pragma_table_info"
                                    "('articles')")
                               .values) {
        std::printf("%-12s %-8s %s\n",
                    row[0]->c_str(),
                    row[1]->c_str(),
                    row[2] == "1" ? "NOT NULL" : "");
    }
} catch (const godwit::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
