// The book stock of a library, there and back.
//
//   library books    what the table holds
//   library up       ... and every other command of godwit: plan, rollback, status, --help

#include <cstdio>
#include <string_view>

#include <godwit/cli.hpp>
#include <godwit/connect.hpp>
#include <godwit/error.hpp>
#include <godwit/migrator.hpp>

#include <library/migrations.hpp>

namespace {

int listBooks(godwit::Connection& db) try {
    for (const auto& book : db.query("SELECT * FROM books ORDER BY id").values) {
        const char* between = "";
        for (const auto& value : book) {
            std::printf("%s%s", between, value.value_or("NULL").c_str());
            between = ", ";
        }
        std::printf("\n");
    }
    return 0;
} catch (const godwit::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    godwit::Connection db = godwit::connect("sqlite:library.db");
    if (argc > 1 && std::string_view{argv[1]} == "books") {
        return listBooks(db);
    }
    godwit::Migrator migrator{db, library::migrations()};
    return godwit::runCli(argc, argv, migrator);
}
