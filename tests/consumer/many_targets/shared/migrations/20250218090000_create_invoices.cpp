#include <godwit/migration.hpp>

namespace {

class CreateInvoices final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("invoices", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable("invoices"); }
};

}  // namespace

GODWIT_MIGRATION(20250218090000_create_invoices, CreateInvoices)
