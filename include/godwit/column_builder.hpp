#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

#include <godwit/data_value.hpp>
#include <godwit/export.hpp>
#include <godwit/name.hpp>
#include <godwit/sql_text.hpp>
#include <godwit/words.hpp>

namespace godwit {

struct Column;

namespace detail {

class Recorder;

/// Points at one recorded call. Refused when used after the block of its table has ended.
struct Handle {
    Recorder* recorder = nullptr;
    std::uint32_t block = 0;  ///< 0: a call outside of any block.
    std::uint32_t index = 0;
};

/// Where a column under construction is: in a recording, or on its own.
struct ColumnPlace {
    Handle handle{};
    Column* alone = nullptr;
};

GODWIT_API void setNullable(const ColumnPlace& column);
GODWIT_API void setGenerated(const ColumnPlace& column);
GODWIT_API void setGeneratedAlways(const ColumnPlace& column);
GODWIT_API void setStart(const ColumnPlace& column, std::int64_t first);
GODWIT_API void setStep(const ColumnPlace& column, std::int64_t step);
GODWIT_API void setRenewed(const ColumnPlace& column);
GODWIT_API void setInvisible(const ColumnPlace& column);
GODWIT_API void setComment(const ColumnPlace& column, std::string_view text);
GODWIT_API void setCollation(const ColumnPlace& column, const SqlTexts& names);
GODWIT_API void setCharset(const ColumnPlace& column, std::string_view name);
GODWIT_API void setComputed(const ColumnPlace& column, const SqlTexts& sql, bool stored);

/// The forms that a type may take; see ColumnType::Form.
enum class TypeForm : std::uint8_t {
    Check,
    Text,
    Binary,
    Plain,
    ScaledInteger,
    NativeTimestamp,
    Json
};
GODWIT_API void setForm(const ColumnPlace& column, TypeForm form);

GODWIT_API void setDefault(const ColumnPlace& column, std::string_view text);
GODWIT_API void setDefault(const ColumnPlace& column, Expression expression);
GODWIT_API void setDefault(const ColumnPlace& column, Now);
GODWIT_API void setDefaultBoolean(const ColumnPlace& column, bool value);
GODWIT_API void setDefaultInteger(const ColumnPlace& column, std::int64_t value);
GODWIT_API void setDefaultUnsigned(const ColumnPlace& column, std::uint64_t value);
GODWIT_API void setDefaultNumber(const ColumnPlace& column, double value);

template <class T>
void setDefaultArithmetic(const ColumnPlace& column, T value) {
    if constexpr (std::is_same_v<T, bool>) {
        setDefaultBoolean(column, value);
    } else if constexpr (std::is_floating_point_v<T>) {
        setDefaultNumber(column, static_cast<double>(value));
    } else if constexpr (std::is_unsigned_v<T>) {
        setDefaultUnsigned(column, value);
    } else {
        setDefaultInteger(column, value);
    }
}

}  // namespace detail

/// What can be said of any column, wherever it is written. `Self` has `place()`.
template <class Self>
class ColumnModifiers {
public:
    /// The column may be NULL. Without this call it is NOT NULL.
    Self nullable() const {
        return with([](const auto& p) { detail::setNullable(p); });
    }

    /// The value of rows that do not name the column. Text stands for itself and is quoted.
    /// @throws UsageError (GW207) when the value does not fit the column's type.
    Self defaultTo(std::string_view text) const {
        return with([&](const auto& p) { detail::setDefault(p, text); });
    }
    Self defaultTo(const char* text) const { return defaultTo(detail::textAt(text)); }
    Self defaultTo(Expression expression) const {
        return with([&](const auto& p) { detail::setDefault(p, expression); });
    }
    Self defaultTo(Now value) const {
        return with([&](const auto& p) { detail::setDefault(p, value); });
    }
    Self defaultTo(std::nullptr_t) const = delete;
    template <class T, class = std::enable_if_t<std::is_arithmetic_v<T>>>
    Self defaultTo(T value) const {
        static_assert(!detail::kIsCharacter<T>,
                      "godwit: a single character is no default; write a text of one character");
        return with([&](const auto& p) { detail::setDefaultArithmetic(p, value); });
    }

    /// The database makes the value: a new uuid (random on PostgreSQL and SQLite, made of time and
    /// place on MySQL and MariaDB), or the next number of an integer key.
    /// @throws UsageError (GW208) for other types.
    Self generated() const {
        return with([](const auto& p) { detail::setGenerated(p); });
    }

    /// The same for an integer; a row that gives its own number is refused. PostgreSQL.
    Self generatedAlways() const {
        return with([](const auto& p) { detail::setGeneratedAlways(p); });
    }
    /// The first number of a generated integer, 1 or more.
    Self startingAt(std::int64_t first) const {
        return with([first](const auto& p) { detail::setStart(p, first); });
    }
    /// From one number of a generated integer to the next, 1 or more. PostgreSQL.
    Self inStepsOf(std::int64_t step) const {
        return with([step](const auto& p) { detail::setStep(p, step); });
    }

    /// The database computes the value from the other columns of the row, and stores it.
    Self storedAs(const SqlTexts& sql) const {
        return with([&](const auto& p) { detail::setComputed(p, sql, true); });
    }
    Self storedAs(std::string_view sql) const { return storedAs(everywhere(sql)); }

    /// The same, computed at each reading instead of stored. PostgreSQL has it from 18 on.
    Self virtualAs(const SqlTexts& sql) const {
        return with([&](const auto& p) { detail::setComputed(p, sql, false); });
    }
    Self virtualAs(std::string_view sql) const { return virtualAs(everywhere(sql)); }

    /// A date or timestamp becomes the moment of each UPDATE of its row: MySQL and MariaDB.
    Self renewedOnUpdate() const {
        return with([](const auto& p) { detail::setRenewed(p); });
    }

    /// A note that the database keeps with the column.
    Self comment(std::string_view text) const {
        return with([&](const auto& p) { detail::setComment(p, text); });
    }

    /// How texts compare, by the collation's name on each database.
    Self collate(const SqlTexts& names) const {
        return with([&](const auto& p) { detail::setCollation(p, names); });
    }
    Self collate(std::string_view name) const { return collate(everywhere(name)); }

    /// The character set of a text on MySQL and MariaDB.
    Self charset(std::string_view name) const {
        return with([&](const auto& p) { detail::setCharset(p, name); });
    }

    /// `SELECT *` leaves the column out: MySQL and MariaDB.
    Self invisible() const {
        return with([](const auto& p) { detail::setInvisible(p); });
    }

    /// An enumeration is text with a CHECK on every database instead of a type of its own.
    Self asCheck() const { return form(detail::TypeForm::Check); }
    /// A decimal or unsigned 64-bit integer is text on SQLite.
    Self asText() const { return form(detail::TypeForm::Text); }
    /// A uuid is binary(16) on MySQL.
    Self binary() const { return form(detail::TypeForm::Binary); }
    /// Json is `json` instead of `jsonb` on PostgreSQL.
    Self plain() const { return form(detail::TypeForm::Plain); }
    /// A decimal is an integer scaled by 10^scale on SQLite.
    Self scaledInteger() const { return form(detail::TypeForm::ScaledInteger); }
    /// An instant is TIMESTAMP on MySQL and MariaDB, which ends in 2038.
    Self nativeTimestamp() const { return form(detail::TypeForm::NativeTimestamp); }
    /// An array is json where there are no arrays.
    Self orJson() const { return form(detail::TypeForm::Json); }

protected:
    template <class Change>
    Self with(const Change& change) const {
        Self self = static_cast<const Self&>(*this);
        change(self.place());
        return self;
    }

private:
    Self form(detail::TypeForm form) const {
        return with([form](const auto& p) { detail::setForm(p, form); });
    }
};

/// A column's type with what belongs to it, apart from any table: `godwit::decimal(19, 4)`,
/// `godwit::boolean().defaultTo(true)`. A value.
class GODWIT_API ColumnSpec : public ColumnModifiers<ColumnSpec> {
public:
    ColumnSpec(const ColumnSpec& other);
    ColumnSpec& operator=(const ColumnSpec& other);
    ~ColumnSpec();

    /// What was said so far; without a name.
    const Column& column() const { return *column_; }

    /// Takes a column over.
    explicit ColumnSpec(const Column& column);

private:
    friend class ColumnModifiers<ColumnSpec>;
    detail::ColumnPlace place() { return {.handle = {}, .alone = column_}; }

    Column* column_;
};

// The types. Each is also a call of a table: `t.decimal("total", 12, 2)`.

GODWIT_API ColumnSpec uuid();
GODWIT_API ColumnSpec tinyInteger();           ///< 8 bits, signed (16 on PostgreSQL).
GODWIT_API ColumnSpec smallInteger();          ///< 16 bits, signed.
GODWIT_API ColumnSpec integer();               ///< 32 bits, signed.
GODWIT_API ColumnSpec bigInteger();            ///< 64 bits, signed.
GODWIT_API ColumnSpec unsignedTinyInteger();   ///< 0 to 255.
GODWIT_API ColumnSpec unsignedSmallInteger();  ///< 0 to 65,535.
GODWIT_API ColumnSpec unsignedInteger();       ///< 0 to 4,294,967,295.
/// 0 to 18,446,744,073,709,551,615; numeric(20) on PostgreSQL. SQLite has only `.asText()`.
GODWIT_API ColumnSpec unsignedBigInteger();
GODWIT_API ColumnSpec real();             ///< Floating point, 32 bits (64 on SQLite).
GODWIT_API ColumnSpec doublePrecision();  ///< Floating point, 64 bits.
/// Exact number of `precision` digits (1 to 65), `scale` of them (0 to 30, at most `precision`)
/// after the point. SQLite stores it as an integer scaled by 10^scale when `precision` is at most
/// 18, else as text.
GODWIT_API ColumnSpec decimal(std::uint32_t precision, std::uint32_t scale);
GODWIT_API ColumnSpec boolean();
/// Text of at most `length` characters (1 to 16383).
GODWIT_API ColumnSpec string(std::uint32_t length = 255);
/// Text of exactly `length` characters (1 to 255), filled up with blanks where the server does so.
GODWIT_API ColumnSpec fixedString(std::uint32_t length);
GODWIT_API ColumnSpec text(TextSize size = TextSize::Long);
/// Text of at most `length` characters (1 to 16383) that compares without regard to case; on
/// SQLite to that of A to Z only. PostgreSQL needs the extension citext, which is made.
GODWIT_API ColumnSpec caseInsensitiveText(std::uint32_t length = 255);
GODWIT_API ColumnSpec bytes(TextSize size = TextSize::Long);  ///< Any number of bytes.
GODWIT_API ColumnSpec binary(std::uint32_t length);           ///< Exactly so many bytes, 1 to 255.
GODWIT_API ColumnSpec varbinary(std::uint32_t length);  ///< At most so many bytes, 1 to 65,000.
GODWIT_API ColumnSpec date();
GODWIT_API ColumnSpec time(std::uint32_t precision = 6);  ///< Of a day; 0 to 6 digits of a second.
/// Wall clock time with `precision` (0 to 6) digits of a second and no time zone.
GODWIT_API ColumnSpec timestamp(std::uint32_t precision = 6);
/// An instant in UTC with `precision` (0 to 6) digits of a second.
GODWIT_API ColumnSpec timestampTz(std::uint32_t precision = 6);
/// A length of time: `interval` on PostgreSQL, microseconds elsewhere.
GODWIT_API ColumnSpec duration();
GODWIT_API ColumnSpec year();  ///< 1901 to 2155, the range of MySQL.
GODWIT_API ColumnSpec json();  ///< `jsonb` on PostgreSQL; validated text on SQLite.
GODWIT_API ColumnSpec bit(std::uint32_t length);     ///< So many bits, 1 to 64.
GODWIT_API ColumnSpec varbit(std::uint32_t length);  ///< At most so many bits: PostgreSQL.
/// One of `values`. `type` names the PostgreSQL type, which is made with its first column and
/// dropped with its last; elsewhere it is an ENUM (MySQL, MariaDB) or a CHECK (SQLite).
GODWIT_API ColumnSpec enumeration(QualifiedName type,
                                  std::initializer_list<std::string_view> values);
/// Any number of `values`: SET on MySQL and MariaDB, an array with a CHECK on PostgreSQL.
GODWIT_API ColumnSpec set(QualifiedName type, std::initializer_list<std::string_view> values);
GODWIT_API ColumnSpec array(const ColumnSpec& element);  ///< PostgreSQL; elsewhere `.orJson()`.
GODWIT_API ColumnSpec range(const ColumnSpec& element);  ///< PostgreSQL: of a number or a time.
GODWIT_API ColumnSpec inet();                            ///< An address of IPv4 or IPv6.
GODWIT_API ColumnSpec cidr();                            ///< A network of IPv4 or IPv6.
GODWIT_API ColumnSpec macAddress();                      ///< Six bytes.
GODWIT_API ColumnSpec textSearchVector();                ///< `tsvector` of PostgreSQL.
GODWIT_API ColumnSpec textSearchQuery();                 ///< `tsquery` of PostgreSQL.
GODWIT_API ColumnSpec vector(std::uint32_t dimensions);  ///< pgvector, MySQL 9, MariaDB 11.7.
GODWIT_API ColumnSpec point(std::uint32_t srid = 0);     ///< PostGIS, MySQL, MariaDB.
GODWIT_API ColumnSpec geometry(std::uint32_t srid = 0);  ///< PostGIS, MySQL, MariaDB.
GODWIT_API ColumnSpec xml();                             ///< `xml` on PostgreSQL; text elsewhere.
/// The type as each database spells it.
GODWIT_API ColumnSpec customType(const SqlTexts& types);

}  // namespace godwit
