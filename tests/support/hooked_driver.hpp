#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <godwit/connection.hpp>

namespace godwit::test {

/// A connection that calls `before` with the number of each message, 1 for the first, before it is
/// sent.
inline Connection hooked(Connection real, std::function<void(std::size_t)> before);

class HookedDriver final : public Driver {
public:
    HookedDriver(Connection real, std::function<void(std::size_t)> before)
        : real_(std::move(real)), before_(std::move(before)) {}

    DatabaseKind kind() const override { return real_.kind(); }
    std::string describe() const override { return real_.describe(); }
    Server server() override { return real_.server(); }
    bool inTransaction() override { return real_.driver().inTransaction(); }

    Rows query(std::string_view sql) override { return next().query(sql); }
    std::uint64_t execute(std::string_view sql) override { return next().execute(sql); }
    Rows query(std::string_view sql, const std::vector<Value>& values) override {
        return next().query(sql, values);
    }
    std::uint64_t execute(std::string_view sql, const std::vector<Value>& values) override {
        return next().execute(sql, values);
    }
    void executeTogether(const std::vector<std::string>& statements) override {
        next().executeTogether(statements);
    }

private:
    Driver& next() {
        before_(++messages_);
        return real_.driver();
    }

    Connection real_;
    std::function<void(std::size_t)> before_;
    std::size_t messages_ = 0;
};

inline Connection hooked(Connection real, std::function<void(std::size_t)> before) {
    return Connection{std::make_unique<HookedDriver>(std::move(real), std::move(before))};
}

}  // namespace godwit::test
