#include <godwit/migration.hpp>

namespace {

class CreateUsersTable final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable("users", [](Table& t) {
            t.uuid("id").primaryKey().generated();
            t.string("email").unique();
            t.string("name");
            t.timestamps();
        });
    }

    void down(SchemaBuilder& schema) const override { schema.dropTable("users"); }
};

}  // namespace

GODWIT_MIGRATION(20250217142500_create_users_table, CreateUsersTable)
