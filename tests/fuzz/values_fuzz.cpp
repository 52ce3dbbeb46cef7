#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/value.hpp>

#include "fuzz/fuzz.hpp"

// Whatever value stands in the SQL of a plan, it is refused, or the server reads back just that.
//
// An input is a byte that chooses the server, then the bytes of the value.

namespace godwit::test {

namespace {

using Tokens = std::vector<SqlToken>;
using Kind = SqlToken::Kind;

std::string hexadecimal(std::string_view bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += {kDigits[byte / 16], kDigits[byte % 16]};
    }
    return out;
}

void checkText(const std::string& text, const Dialect& dialect) {
    std::string sql;
    try {
        sql = dialect.valueLiteral(text);
    } catch (const Error& error) {
        require(!isText(text), "a text is refused", error.what());
        return;
    }
    require(isText(text), "bytes that are no text were taken");
    for (const SqlRules rules : rulesOf(dialect.server().kind)) {
        require(tokensOf(sql, rules) == Tokens{{Kind::Text, text}}, "it is read as another", sql);
    }
    if (dialect.server().kind == DatabaseKind::SQLite) {
        require(Memory{}.run("SELECT " + sql)[0] == text, "SQLite reads another text", sql);
    }
}

void checkBytes(const std::string& bytes, const Dialect& dialect) {
    const std::string sql = dialect.valueLiteral(Bytes{bytes});
    const std::string digits = hexadecimal(bytes);
    const bool postgresql = dialect.server().kind == DatabaseKind::PostgreSQL;
    const Tokens decoded = {{Kind::Word, "decode"},
                            {Kind::Symbol, "("},
                            {Kind::Text, digits},
                            {Kind::Symbol, ","},
                            {Kind::Text, "hex"},
                            {Kind::Symbol, ")"}};
    const Tokens marked = {{Kind::Word, "x"}, {Kind::Text, digits}};
    for (const SqlRules rules : rulesOf(dialect.server().kind)) {
        require(tokensOf(sql, rules) == (postgresql ? decoded : marked), "other bytes", sql);
    }
    if (dialect.server().kind == DatabaseKind::SQLite) {
        const std::vector<std::string> row = Memory{}.run("SELECT typeof(" + sql + "), " + sql);
        require(row[0] == "blob" && row[1] == bytes, "SQLite reads other bytes", sql);
    }
}

void checkNumber(double number, const Dialect& dialect) {
    std::string sql;
    try {
        sql = dialect.valueLiteral(number);
    } catch (const Error& error) {
        require(!std::isfinite(number), "a number is refused", error.what());
        return;
    }
    char* end = nullptr;
    require(std::isfinite(number) && std::strtod(sql.c_str(), &end) == number && *end == '\0',
            "it is another number",
            sql);
    if (dialect.server().kind == DatabaseKind::SQLite) {
        require(Memory{}.run("SELECT typeof(" + sql + ")")[0] == "real", "it is no number", sql);
    }
}

}  // namespace

}  // namespace godwit::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace godwit::test;
    if (size == 0) {
        return 0;
    }
    const auto dialect = godwit::makeDialect(kFuzzedServers[data[0] % std::size(kFuzzedServers)]);
    const std::string value(reinterpret_cast<const char*>(data) + 1, size - 1);
    checkText(value, *dialect);
    checkBytes(value, *dialect);
    if (value.size() >= sizeof(double)) {
        double number = 0;
        std::memcpy(&number, value.data(), sizeof number);
        checkNumber(number, *dialect);
    }
    return 0;
}
