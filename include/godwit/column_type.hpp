#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <godwit/database.hpp>
#include <godwit/words.hpp>

namespace godwit {

/// SQL as written, by DatabaseKind. Absent: forgotten, an error once a plan is made for that
/// database. Empty: nothing is to be done there.
using SqlByDatabase = std::array<std::optional<std::string>, kDatabaseKinds>;

/// A column's type in godwit's own words; each dialect maps it to the server's.
struct ColumnType {
    enum class Kind : std::uint8_t {
        TinyInteger,
        SmallInteger,
        Integer,
        BigInteger,
        Real,
        DoublePrecision,
        Decimal,
        String,
        FixedString,
        Text,
        CaseInsensitiveText,
        Boolean,
        Date,
        Time,
        Timestamp,
        TimestampTz,
        Duration,
        Year,
        Json,
        Bytes,
        Binary,
        Varbinary,
        Bit,
        VarBit,
        Uuid,
        Enumeration,
        Set,
        Array,
        Range,
        Inet,
        Cidr,
        MacAddress,
        TextSearchVector,
        TextSearchQuery,
        Vector,
        Point,
        Geometry,
        Xml,
        Custom,
    };

    /// Another form than the usual one of the kind.
    enum class Form : std::uint8_t {
        Usual,
        Check,            ///< Enumeration: text with a CHECK on every database.
        Text,             ///< UnsignedBigInteger, Decimal: text on SQLite.
        Binary,           ///< Uuid: binary(16) on MySQL.
        Plain,            ///< Json: `json` instead of `jsonb` on PostgreSQL.
        ScaledInteger,    ///< Decimal: an integer scaled by 10^scale on SQLite.
        NativeTimestamp,  ///< TimestampTz: TIMESTAMP on MySQL and MariaDB, which ends in 2038.
        Json,             ///< Array: json where there are no arrays.
    };

    Kind kind = Kind::Integer;
    bool isUnsigned = false;      ///< Integers.
    std::uint32_t length = 0;     ///< String, FixedString: characters. Binary, Varbinary: bytes.
                                  ///< Bit, VarBit: bits. Vector: dimensions.
    std::uint32_t precision = 0;  ///< Decimal: digits, 1 to 65. Times: digits of a second, 0 to 6.
    std::uint32_t scale = 0;      ///< Decimal: digits after the point, at most `precision`.
    std::uint32_t srid = 0;       ///< Point, Geometry: spatial reference system.
    TextSize size = TextSize::Long;  ///< Text, Bytes.
    Form form = Form::Usual;
    std::string enumName{};  ///< Enumeration, Set: the type's name on PostgreSQL.
    std::vector<std::string>
        values{};  ///< Enumeration, Set: in order, at least one, all different.
    std::vector<ColumnType> element{};  ///< Array, Range: one, of what.
    SqlByDatabase custom{};             ///< Custom: the type as each database spells it.

    friend bool operator==(const ColumnType&, const ColumnType&) = default;
};

}  // namespace godwit
