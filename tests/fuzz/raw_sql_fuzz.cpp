#include <cstddef>
#include <cstdint>

#include <godwit/dialect.hpp>
#include <godwit/error.hpp>
#include <godwit/schema_builder.hpp>

#include "build/recorder.hpp"
#include "fuzz/fuzz.hpp"
#include "model/sql_words.hpp"

// Raw SQL may be any bytes: looking at it neither crashes nor hangs, and what is taken reaches the
// server as it was written, but for what stands behind its end.

namespace godwit::test {

namespace {

void checkRawSql(std::string_view sql) {
    detail::Recorder recorder;
    SchemaBuilder schema{recorder};
    try {
        schema.sql({.postgresql = sql, .mysql = sql, .mariadb = sameAs::mysql, .sqlite = sql});
    } catch (const Error&) {
        return;
    }
    const std::vector<Operation> operations = recorder.take();
    for (const Server& server : kFuzzedServers) {
        const auto statements = makeDialect(server)->compile(operations, Schema{});
        require(statements.size() == 1, "raw SQL became several statements, or none", sql);
        const std::string_view written = statements[0].sql;
        require(sql.starts_with(written), "raw SQL was changed", written);
        require(sql.find_first_not_of(" \t\r\n\f\v;", written.size()) == std::string_view::npos,
                "raw SQL was cut short",
                written);
    }
}

// Where words are kept whole, their text occurs in the SQL.
void checkWords(std::string_view sql) {
    const detail::Words words = detail::wordsOf(sql);
    const std::string lower = detail::lowerCase(sql);
    for (const std::string& word : words.bare) {
        require(lower.find(word) != std::string::npos, "a word was made up", word);
    }
    for (const std::string& number : words.numbers) {
        require(sql.find(number) != std::string_view::npos, "a number was made up", number);
    }
}

}  // namespace

}  // namespace godwit::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view sql(reinterpret_cast<const char*>(data), size);
    godwit::test::checkWords(sql);
    godwit::test::checkRawSql(sql);
    return 0;
}
