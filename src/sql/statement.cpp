#include <godwit/statement.hpp>

namespace godwit {

namespace {

// No word of it ends the comment, or begins another one inside: PostgreSQL counts those. A blank
// behind the opening keeps MySQL and MariaDB from taking it for SQL of theirs or for a hint.
// https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-COMMENTS
// https://dev.mysql.com/doc/refman/8.4/en/comments.html
std::string commentOf(const std::string& words) {
    std::string out = "/* ";
    for (const char c : words) {
        const bool joins = (out.back() == '*' && c == '/') || (out.back() == '/' && c == '*');
        const bool control = (c >= 0 && c < ' ') || c == '\x7f';
        out.append(joins ? " " : "").append(1, control ? ' ' : c);
    }
    return out + " */";
}

}  // namespace

std::string textOf(const Statement& statement) {
    return statement.comment.empty() ? statement.sql
                                     : commentOf(statement.comment) + '\n' + statement.sql;
}

}  // namespace godwit
