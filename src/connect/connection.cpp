#include <godwit/connection.hpp>

#include <utility>

namespace godwit {

void Driver::executeTogether(const std::vector<std::string>& statements) {
    for (const std::string& statement : statements) {
        execute(statement);
    }
}

Connection::Connection(std::unique_ptr<Driver> driver) : driver_(std::move(driver)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

}  // namespace godwit
