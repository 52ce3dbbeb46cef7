#include "connect/failing_driver.hpp"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace godwit::detail {

namespace {

class FailingDriver final : public Driver {
public:
    // NOLINTNEXTLINE(bugprone-throw-keyword-missing): the error is kept and thrown later.
    explicit FailingDriver(std::exception_ptr error) : error_(std::move(error)) {}

    // There is no kind to tell: whoever asks must not plan for a database that was never named.
    DatabaseKind kind() const override { std::rethrow_exception(error_); }
    std::string describe() const override { return "a database that cannot be connected to"; }
    Server server() override { std::rethrow_exception(error_); }
    Rows query(std::string_view /*sql*/) override { std::rethrow_exception(error_); }
    std::uint64_t execute(std::string_view /*sql*/) override { std::rethrow_exception(error_); }
    Rows query(std::string_view /*sql*/, const std::vector<Value>& /*values*/) override {
        std::rethrow_exception(error_);
    }
    std::uint64_t execute(std::string_view /*sql*/, const std::vector<Value>& /*values*/) override {
        std::rethrow_exception(error_);
    }
    bool inTransaction() override { return false; }

private:
    std::exception_ptr error_;
};

}  // namespace

Connection failingConnection(std::exception_ptr error) {
    return Connection(std::make_unique<FailingDriver>(std::move(error)));
}

Connection connectionFor(std::string_view text,
                         std::initializer_list<DatabaseKind> kinds,
                         const MakeDriver& make) {
    try {
        Url url = parseUrl(text);
        if (std::find(kinds.begin(), kinds.end(), url.kind) == kinds.end()) {
            throw UsageError(
                ErrorCode::BadUrl,
                {fmt::format("the URL {} is not one of {}", describe(url), titleOf(*kinds.begin())),
                 "Nothing was connected to.",
                 "use godwit::connect, which takes every kind of URL"});
        }
        return Connection(make(std::move(url)));
    } catch (const Error&) {
        return failingConnection(std::current_exception());
    }
}

}  // namespace godwit::detail
