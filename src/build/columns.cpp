#include <fmt/format.h>

#include "build/recorder.hpp"

// The modifiers of columns: each changes the column that its place points at.

namespace godwit::detail {

Column& columnAt(const ColumnPlace& place) {
    return place.alone != nullptr ? *place.alone
                                  : place.handle.recorder->at<op::AddColumn>(place.handle).column;
}

void setNullable(const ColumnPlace& column) { columnAt(column).nullable = true; }

void setGenerated(const ColumnPlace& column) { columnAt(column).generated = true; }

void setGeneratedAlways(const ColumnPlace& place) {
    Column& column = columnAt(place);
    column.generated = true;
    column.identity.always = true;
}

void setStart(const ColumnPlace& column, std::int64_t first) {
    columnAt(column).identity.start = first;
}

void setStep(const ColumnPlace& column, std::int64_t step) {
    columnAt(column).identity.increment = step;
}

void setRenewed(const ColumnPlace& column) { columnAt(column).renewedAtUpdate = true; }

void setInvisible(const ColumnPlace& column) { columnAt(column).invisible = true; }

void setComment(const ColumnPlace& place, std::string_view text) {
    Column& column = columnAt(place);
    column.comment = plainText(text, "a comment", column.line);
}

void setCollation(const ColumnPlace& place, const SqlTexts& names) {
    Column& column = columnAt(place);
    column.collation = sqlFragment(names, "a collation", column.line);
}

void setCharset(const ColumnPlace& place, std::string_view name) {
    Column& column = columnAt(place);
    column.charset = plainText(name, "a character set", column.line);
}

void setComputed(const ColumnPlace& place, const SqlTexts& sql, bool stored) {
    Column& column = columnAt(place);
    column.computed =
        ComputedValue{sqlFragment(sql, "the expression of a computed column", column.line), stored};
}

void setForm(const ColumnPlace& column, TypeForm form) {
    using Form = ColumnType::Form;
    const auto formOf = [](TypeForm wanted) {
        switch (wanted) {
        case TypeForm::Check:
            return Form::Check;
        case TypeForm::Text:
            return Form::Text;
        case TypeForm::Binary:
            return Form::Binary;
        case TypeForm::Plain:
            return Form::Plain;
        case TypeForm::ScaledInteger:
            return Form::ScaledInteger;
        case TypeForm::NativeTimestamp:
            return Form::NativeTimestamp;
        case TypeForm::Json:
            return Form::Json;
        }
        return Form::Usual;
    };
    columnAt(column).type.form = formOf(form);
}

void setDefault(const ColumnPlace& place, std::string_view text) {
    Column& column = columnAt(place);
    column.defaultValue = TextDefault{plainText(text, "a default", column.line)};
}

void setDefault(const ColumnPlace& place, Expression expression) {
    Column& column = columnAt(place);
    column.defaultValue = ExpressionDefault{plainText(expression.sql, "a default", column.line)};
}

void setDefault(const ColumnPlace& column, Now) { columnAt(column).defaultValue = NowDefault{}; }

void setDefaultBoolean(const ColumnPlace& column, bool value) {
    columnAt(column).defaultValue = value;
}

void setDefaultInteger(const ColumnPlace& column, std::int64_t value) {
    columnAt(column).defaultValue = NumberDefault{fmt::format("{}", value)};
}

void setDefaultUnsigned(const ColumnPlace& column, std::uint64_t value) {
    columnAt(column).defaultValue = NumberDefault{fmt::format("{}", value)};
}

void setDefaultNumber(const ColumnPlace& column, double value) {
    columnAt(column).defaultValue = NumberDefault{fmt::format("{}", value)};
}

}  // namespace godwit::detail
