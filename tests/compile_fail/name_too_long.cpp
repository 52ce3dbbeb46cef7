// expect: godwit: a name has at most 63 bytes
#include <godwit/migration.hpp>

void drop(godwit::SchemaBuilder& schema) {
    schema.dropTable("a_name_of_sixty_four_bytes_that_postgresql_would_cut_without_a_w");
}
