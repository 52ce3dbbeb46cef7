#include "build/objects.hpp"

#include <fmt/format.h>

// Views, functions, sequences, schemas and extensions, and what goes or is renamed by its name.

namespace godwit::detail {

namespace {

ObjectKind kindOf(NamedKind kind) {
    switch (kind) {
    case NamedKind::View:
        return ObjectKind::View;
    case NamedKind::MaterializedView:
        return ObjectKind::MaterializedView;
    case NamedKind::Trigger:
        return ObjectKind::Trigger;
    case NamedKind::Function:
        return ObjectKind::Function;
    case NamedKind::Procedure:
        return ObjectKind::Procedure;
    case NamedKind::Sequence:
        return ObjectKind::Sequence;
    case NamedKind::Schema:
        return ObjectKind::Schema;
    case NamedKind::Extension:
        return ObjectKind::Extension;
    case NamedKind::RowSecurity:
        return ObjectKind::RowSecurity;
    case NamedKind::Policy:
        return ObjectKind::Policy;
    case NamedKind::Role:
        return ObjectKind::Role;
    case NamedKind::Partition:
        return ObjectKind::Partition;
    }
    return ObjectKind::View;
}

// Row level security has no name: its table says all.
ObjectName named(NamedKind kind,
                 std::string_view name,
                 SourceLine line,
                 std::string_view table,
                 std::string_view parameters) {
    return {kindOf(kind),
            kind == NamedKind::RowSecurity ? std::string{} : plainText(name, "a name", line),
            plainText(table, "a name", line),
            plainText(parameters, "a list of parameters", line)};
}

View viewOf(const QualifiedName& name, const SqlTexts& sql, bool materialized) {
    return {.name = textOf(name),
            .query = sqlFragment(sql, "the query of a view", name.line()),
            .materialized = materialized,
            .line = name.line()};
}

Routine routineOf(bool procedure,
                  const QualifiedName& name,
                  const SqlTexts& parameters,
                  const SqlTexts& definition) {
    return {.name = textOf(name),
            .procedure = procedure,
            .parameters = sqlFragment(parameters, "a list of parameters", name.line()),
            .definition = sqlFragment(definition, "the definition of a function", name.line()),
            .line = name.line()};
}

Handle replace(Recorder& recorder, Object to, Object from) {
    const SourceLine line = godwit::lineOf(to);
    return recorder.append(op::CreateObject{std::move(to), true, line, std::move(from)});
}

}  // namespace

Object& objectAt(const Handle& handle) {
    Operation& operation = handle.recorder->at(handle);
    if (auto* drop = std::get_if<op::DropObject>(&operation)) {
        return *drop->definition;
    }
    return std::get<op::CreateObject>(operation).object;
}

Handle recordObject(Recorder& recorder, Act act, Object object) {
    const SourceLine line = godwit::lineOf(object);
    if (act == Act::Drop) {
        ObjectName name = identityOf(object);
        return recorder.append(op::DropObject{std::move(name), line, std::move(object)});
    }
    return recorder.append(op::CreateObject{std::move(object), act == Act::Replace, line});
}

Handle dropNamed(Recorder& recorder,
                 NamedKind kind,
                 std::string_view name,
                 SourceLine line,
                 std::string_view table,
                 std::string_view parameters) {
    return recorder.append(op::DropObject{named(kind, name, line, table, parameters), line});
}

Handle renameNamed(Recorder& recorder,
                   NamedKind kind,
                   std::string_view from,
                   std::string_view to,
                   SourceLine line,
                   std::string_view table,
                   std::string_view parameters) {
    return recorder.append(op::RenameObject{named(kind, from, line, table, parameters),
                                            plainText(to, "a name", line),
                                            line});
}

Handle aboutView(Recorder& recorder,
                 Act act,
                 const QualifiedName& name,
                 const SqlTexts& sql,
                 bool materialized) {
    return recordObject(recorder, act, viewOf(name, sql, materialized));
}

Handle replaceView(Recorder& recorder,
                   const QualifiedName& name,
                   const SqlTexts& to,
                   const SqlTexts& from) {
    return replace(recorder, viewOf(name, to, false), viewOf(name, from, false));
}

Handle refreshView(Recorder& recorder, const QualifiedName& name) {
    return recorder.append(op::RefreshView{.view = textOf(name), .line = name.line()});
}

void setViewColumns(const Handle& view, std::initializer_list<Name> columns) {
    objectAs<View>(view).columns = textsOf(columns);
}

void setCheckOption(const Handle& view, CheckOption option) {
    objectAs<View>(view).checkOption = option;
}

void setSecurityInvoker(const Handle& view) { objectAs<View>(view).securityInvoker = true; }

void setWithNoData(const Handle& view) { objectAs<View>(view).withData = false; }

void setRefresh(const Handle& handle, bool concurrently, bool withData) {
    auto& refresh = handle.recorder->at<op::RefreshView>(handle);
    refresh.concurrently = refresh.concurrently || concurrently;
    refresh.withData = refresh.withData && withData;
}

Handle aboutRoutine(Recorder& recorder,
                    Act act,
                    bool procedure,
                    const QualifiedName& name,
                    const SqlTexts& parameters,
                    const SqlTexts& definition) {
    return recordObject(recorder, act, routineOf(procedure, name, parameters, definition));
}

Handle replaceRoutine(Recorder& recorder,
                      bool procedure,
                      const QualifiedName& name,
                      const SqlTexts& parameters,
                      const SqlTexts& to,
                      const SqlTexts& from) {
    return replace(recorder,
                   routineOf(procedure, name, parameters, to),
                   routineOf(procedure, name, parameters, from));
}

Handle aboutSequence(Recorder& recorder, Act act, const QualifiedName& name) {
    return recordObject(recorder, act, Sequence{.name = textOf(name), .line = name.line()});
}

Handle alterSequence(Recorder& recorder, const QualifiedName& name) {
    return recorder.append(op::AlterSequence{.sequence = textOf(name), .line = name.line()});
}

void setSequenceNumber(const Handle& handle, SequencePart part, std::int64_t number) {
    auto* alter = std::get_if<op::AlterSequence>(&handle.recorder->at(handle));
    Sequence* made = alter == nullptr ? &objectAs<Sequence>(handle) : nullptr;
    switch (part) {
    case SequencePart::Start:
        made->start = number;
        return;
    case SequencePart::Increment:
        (made == nullptr ? alter->increment : made->increment) = number;
        return;
    case SequencePart::Lowest:
        (made == nullptr ? alter->lowest : made->lowest) = number;
        return;
    case SequencePart::Highest:
        (made == nullptr ? alter->highest : made->highest) = number;
        return;
    case SequencePart::Cache:
        (made == nullptr ? alter->cache : made->cache) = number;
        return;
    case SequencePart::Restart:
        alter->restart = number;
        return;
    }
}

void setSequenceCycle(const Handle& handle, bool cycle) {
    if (auto* alter = std::get_if<op::AlterSequence>(&handle.recorder->at(handle))) {
        alter->cycle = cycle;
    } else {
        objectAs<Sequence>(handle).cycle = cycle;
    }
}

void setSequenceType(const Handle& sequence, const ColumnSpec& type) {
    objectAs<Sequence>(sequence).type = type.column().type.kind;
}

void setSequenceOwner(const Handle& handle, const QualifiedName& table, const Name& column) {
    auto& sequence = objectAs<Sequence>(handle);
    sequence.ownerTable = textOf(table);
    sequence.ownerColumn = textOf(column);
}

Handle aboutSchema(Recorder& recorder, Act act, const Name& name) {
    return recordObject(recorder, act, Namespace{.name = textOf(name), .line = name.line()});
}

Handle aboutExtension(Recorder& recorder, Act act, const Name& name) {
    return recordObject(recorder, act, Extension{.name = textOf(name), .line = name.line()});
}

void setExtensionPlace(const Handle& extension, const Name& schema) {
    objectAs<Extension>(extension).schema = textOf(schema);
}

void setExtensionVersion(const Handle& handle, std::string_view version) {
    auto& extension = objectAs<Extension>(handle);
    extension.version = plainText(version, "a version", extension.line);
}

}  // namespace godwit::detail
