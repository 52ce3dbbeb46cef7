#include "database/support/catalog.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace godwit::test {

namespace {

std::vector<std::string> linesOf(Connection& connection) {
    switch (connection.kind()) {
    case DatabaseKind::PostgreSQL:
        return postgresqlCatalog(connection);
    case DatabaseKind::MySQL:
    case DatabaseKind::MariaDB:
        return mysqlCatalog(connection);
    case DatabaseKind::SQLite:
        return sqliteCatalog(connection);
    }
    return {};
}

std::string onOneLine(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
    }
    return out;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string marked(const std::vector<std::string>& lines,
                   const std::vector<std::string>& others,
                   const char* mark) {
    std::vector<std::string> alone;
    std::set_difference(lines.begin(),
                        lines.end(),
                        others.begin(),
                        others.end(),
                        std::back_inserter(alone));
    std::string out;
    for (const std::string& line : alone) {
        out += mark + line + "\n";
    }
    return out;
}

}  // namespace

std::string catalogOf(Connection& connection) {
    std::vector<std::string> lines = linesOf(connection);
    std::transform(lines.begin(), lines.end(), lines.begin(), onOneLine);
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines) {
        out += line + "\n";
    }
    return out;
}

std::string catalogChange(const std::string& before, const std::string& after) {
    const std::vector<std::string> old = split(before);
    const std::vector<std::string> fresh = split(after);
    return marked(old, fresh, "- ") + marked(fresh, old, "+ ");
}

}  // namespace godwit::test
