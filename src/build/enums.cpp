#include <algorithm>

#include <fmt/format.h>

#include <godwit/enum_builder.hpp>

#include "build/recorder.hpp"

// Enumerations that are made by themselves, and changes of their values.

namespace godwit::detail {

namespace {

// https://www.postgresql.org/docs/current/datatype-enum.html#DATATYPE-ENUM-IMPLEMENTATION-DETAILS
constexpr std::size_t kMaxValueBytes = 63;

// The name of a type lives in a schema, as that of a table.
std::string typeOf(const Name& type) { return textOf(QualifiedName{type}); }

std::string valueOf(const std::string& type, std::string_view value, SourceLine line) {
    if (value.empty() || value.size() > kMaxValueBytes) {
        refuse(ErrorCode::BadType,
               fmt::format("the enumeration {} is given a value of {} bytes", type, value.size()),
               "an enum value has 1 to 63 bytes",
               line);
    }
    return plainText(value, "an enum value", line);
}

std::string valueOf(const EnumInHand& type, std::string_view value) {
    return valueOf(typeOf(type.type), value, type.type.line());
}

std::vector<std::string> valuesOf(const Name& type,
                                  std::initializer_list<std::string_view> values) {
    std::vector<std::string> listed;
    for (const std::string_view value : values) {
        std::string text = valueOf(textOf(type), value, type.line());
        if (std::find(listed.begin(), listed.end(), text) != listed.end()) {
            refuse(ErrorCode::BadType,
                   fmt::format("the enumeration {} has the value {} twice", textOf(type), text),
                   "list each value once",
                   type.line());
        }
        listed.push_back(std::move(text));
    }
    if (listed.empty()) {
        refuse(ErrorCode::BadType,
               fmt::format("the enumeration {} is given no values", textOf(type)),
               "list them",
               type.line());
    }
    return listed;
}

}  // namespace

EnumInHand enumInHand(Recorder& recorder, const Name& type) { return {&recorder, type}; }

Handle createEnum(Recorder& recorder,
                  const Name& type,
                  std::initializer_list<std::string_view> values) {
    return recorder.append(op::CreateEnum{.type = typeOf(type),
                                          .values = valuesOf(type, values),
                                          .line = type.line()});
}

Handle dropEnum(Recorder& recorder, const Name& type) {
    return recorder.append(op::DropEnum{.type = typeOf(type), .line = type.line()});
}

Handle dropEnum(Recorder& recorder,
                const Name& type,
                std::initializer_list<std::string_view> values) {
    return recorder.append(op::DropEnum{.type = typeOf(type),
                                        .line = type.line(),
                                        .definition = valuesOf(type, values)});
}

Handle renameEnum(Recorder& recorder, const Name& from, const Name& to) {
    return recorder.append(
        op::RenameEnum{.type = typeOf(from), .to = typeOf(to), .line = from.line()});
}

Handle addEnumValue(const EnumInHand& type, std::string_view value) {
    return type.recorder->append(op::ChangeEnum{.type = typeOf(type.type),
                                                .change = EnumChange::AddValue,
                                                .value = valueOf(type, value),
                                                .line = type.type.line()});
}

void placeEnumValue(const Handle& added, std::string_view before, std::string_view after) {
    auto& o = added.recorder->at<op::ChangeEnum>(added);
    if (!o.before.empty() || !o.after.empty()) {
        refuse(
            ErrorCode::BadArgument,
            fmt::format("the value {} of the enumeration {} is given two places", o.value, o.type),
            "say before(...) or after(...), once",
            o.line);
    }
    std::string& next = after.empty() ? o.before : o.after;
    next = valueOf(o.type, after.empty() ? before : after, o.line);
}

Handle renameEnumValue(const EnumInHand& type, std::string_view from, std::string_view to) {
    return type.recorder->append(op::ChangeEnum{.type = typeOf(type.type),
                                                .change = EnumChange::RenameValue,
                                                .value = valueOf(type, from),
                                                .to = valueOf(type, to),
                                                .line = type.type.line()});
}

Handle removeEnumValue(const EnumInHand& type, std::string_view value, std::string_view instead) {
    const bool said = instead.data() != nullptr;
    return type.recorder->append(op::ChangeEnum{.type = typeOf(type.type),
                                                .change = EnumChange::RemoveValue,
                                                .value = valueOf(type, value),
                                                .to = said ? valueOf(type, instead) : std::string{},
                                                .line = type.type.line()});
}

}  // namespace godwit::detail
