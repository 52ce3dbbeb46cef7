#pragma once

#include <godwit/migrator.hpp>

namespace shop {

/// The application: brings the database up to date, takes an order and shows it.
/// @return what the program exits with.
int serve(godwit::Connection& db, godwit::Migrator& migrator);

}  // namespace shop
