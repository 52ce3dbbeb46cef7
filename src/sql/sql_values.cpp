// Values as SQL.

#include <fmt/format.h>

#include "model/value.hpp"
#include "sql/sql_dialect.hpp"
#include "support/hex.hpp"

namespace godwit::detail {

std::string SqlDialect::valueLiteral(const Value& value) const {
    const std::string fault = faultOf(value);
    if (!fault.empty()) {
        throw UsageError(std::holds_alternative<std::string>(value.data) ? ErrorCode::TextNotUtf8
                                                                         : ErrorCode::BadArgument,
                         {fmt::format("{} cannot be written as SQL", fault),
                          "Nothing has run.",
                          "write another value, or bytes with godwit::blob"});
    }
    struct Spelled {
        const SqlDialect& dialect;
        std::string operator()(Null) const { return "NULL"; }
        std::string operator()(bool yes) const { return dialect.booleanLiteral(yes); }
        std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
        std::string operator()(std::uint64_t number) const {
            return dialect.unsignedLiteral(number);
        }
        std::string operator()(double number) const { return numberText(number); }
        std::string operator()(const std::string& text) const { return dialect.literal(text); }
        std::string operator()(const Bytes& bytes) const { return dialect.bytesLiteral(bytes); }
    };
    return std::visit(Spelled{*this}, value.data);
}

std::string SqlDialect::booleanLiteral(bool value) const { return value ? "true" : "false"; }

std::string SqlDialect::bytesLiteral(const Bytes& value) const {
    return fmt::format("x'{}'", hexOf(value.data));
}

std::string SqlDialect::unsignedLiteral(std::uint64_t value) const {
    return fmt::format("{}", value);
}

}  // namespace godwit::detail
