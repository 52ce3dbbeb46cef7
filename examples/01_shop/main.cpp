// A shop that brings its database up to date by itself.
//
//   shop serve       the shop: migrates at start-up, then takes an order
//   shop up          ... and every other command of godwit: plan, status, rollback, redo, --help
//
// GODWIT_URL says which database: sqlite:shop.db unless it is set, postgresql://user@host/shop,
// mysql://user@host/shop or mariadb://user@host/shop.

#include <cstdlib>
#include <string_view>

#include <godwit/cli.hpp>
#include <godwit/connect.hpp>
#include <godwit/migrator.hpp>
#include <shop/migrations.hpp>

#include "serve.hpp"

int main(int argc, char** argv) {
    const char* url = std::getenv("GODWIT_URL");
    auto db = godwit::connect(url == nullptr ? "sqlite:shop.db" : url);
    godwit::Migrator migrator{db, shop::migrations()};

    if (argc > 1 && std::string_view{argv[1]} == "serve") {
        return shop::serve(db, migrator);
    }
    return godwit::runCli(argc, argv, migrator);
}
