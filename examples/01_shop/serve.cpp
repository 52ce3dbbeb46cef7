#include "serve.hpp"

#include <algorithm>
#include <iostream>
#include <random>
#include <string>

#include <godwit/report.hpp>

namespace shop {

namespace {

// Every database but SQLite has exact decimals. There godwit keeps decimal(12, 2) as a whole
// number of hundredths, which adds up and sorts as money must: 19.99 is 1999.
bool countsHundredths(const godwit::Connection& db) {
    return db.kind() == godwit::DatabaseKind::SQLite;
}

std::string toColumn(const godwit::Connection& db, std::string price) {
    if (countsHundredths(db)) {
        std::erase(price, '.');
    }
    return price;
}

std::string fromColumn(const godwit::Connection& db, std::string total) {
    if (countsHundredths(db)) {
        total.insert(0, 3 - std::min<std::size_t>(total.size(), 3), '0');
        total.insert(total.size() - 2, ".");
    }
    return total;
}

// Somebody new at each run, so that runs do not meet at the unique constraint.
std::string newCustomer() {
    std::random_device random;
    return "ada." + std::to_string(random()) + std::to_string(random()) + "@example.com";
}

// All texts here are our own. What a user types belongs into the parameters of your SQL library.
void takeOrder(godwit::Connection& db) {
    const std::string customer = "'" + newCustomer() + "'";
    db.execute("INSERT INTO users (email, name) VALUES (" + customer + ", 'Ada')");
    db.execute("INSERT INTO orders (user_id, total) SELECT id, " + toColumn(db, "19.99") +
               " FROM users WHERE email = " + customer);

    const godwit::Rows rows = db.query(
        "SELECT orders.id, users.name, orders.total, orders.status FROM orders "
        "JOIN users ON users.id = orders.user_id WHERE users.email = " +
        customer);
    const auto& order = rows[0];
    std::cout << "order " << *order[0] << ": " << *order[1] << ", " << fromColumn(db, *order[2])
              << ", " << *order[3] << '\n';
}

}  // namespace

int serve(godwit::Connection& db, godwit::Migrator& migrator) {
    try {
        std::cout << toText(migrator.up());
        takeOrder(db);
        return 0;
    } catch (const godwit::Error& error) {
        std::cerr << error.what() << '\n';
        return error.exitCode();
    }
}

}  // namespace shop
