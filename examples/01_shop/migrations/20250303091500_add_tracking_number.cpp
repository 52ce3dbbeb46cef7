#include <godwit/migration.hpp>

namespace {

class AddTrackingNumber final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.alterTable("orders", [](Alter& t) {
            t.string("tracking_number", 50).nullable();
            t.index({"tracking_number"});
        });
    }

    // The index goes with its column.
    void down(SchemaBuilder& schema) const override {
        schema.alterTable("orders", [](Alter& t) { t.dropColumn("tracking_number"); });
    }
};

}  // namespace

GODWIT_MIGRATION(20250303091500_add_tracking_number, AddTrackingNumber)
