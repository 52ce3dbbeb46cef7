#pragma once

#include <string>

#include <godwit/error.hpp>

namespace godwit::detail::report {

/// An error laid out for a person, one thing a line:
///
///     error GW711: up of migration 20250217143000_create_orders_table failed at statement 1 of 2
///       where:  20250217143000_create_orders_table, create_table orders, orders.cpp:10
///       sql:    CREATE TABLE ...
///       server: 42P01 relation "users" does not exist
///       state:  Nothing of the up is left in the database.
///       next:   mend the migration and start again
std::string toText(const Error& error);

}  // namespace godwit::detail::report
