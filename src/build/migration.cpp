#include <utility>

#include <godwit/migration.hpp>

#include "build/recorder.hpp"
#include "model/reversed.hpp"

namespace godwit {

Migration::~Migration() = default;

std::string_view Migration::description() const { return {}; }

std::string_view Migration::reason() const { return {}; }

void ReversibleMigration::up(godwit::SchemaBuilder& schema) const {
    ReversibleSchemaBuilder builder{*schema.recorder_};
    change(builder);
}

void ReversibleMigration::down(godwit::SchemaBuilder& schema) const {
    detail::Recorder forth;
    ReversibleSchemaBuilder builder{forth};
    change(builder);
    detail::Recorder& back = *schema.recorder_;
    for (Operation& operation : detail::reversed(forth.take(), back.schemaBeforeMigration())) {
        back.append(std::move(operation));
    }
    for (DataCallback& callback : forth.takeCallbacks()) {
        back.keep(std::move(callback), {});
    }
}

}  // namespace godwit
