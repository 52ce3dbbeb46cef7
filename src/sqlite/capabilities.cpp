#include "sqlite/capabilities.hpp"

namespace godwit::detail {

Capabilities sqliteCapabilities() {
    Capabilities can;
    // The parent is looked for when rows are written.
    // https://www.sqlite.org/foreignkeys.html#fk_schemacommands
    can.missingParent = true;
    // https://www.sqlite.org/lang_createindex.html
    // https://www.sqlite.org/foreignkeys.html#fk_deferred
    can.constraint.deferrableForeignKeys = true;
    can.index.where = true;
    can.index.collations = true;
    can.index.insteadOfText = "make an FTS5 table with schema.sql(...)";
    // https://www.sqlite.org/stricttables.html, https://www.sqlite.org/withoutrowid.html
    can.rowidTables = true;
    can.objects = {ObjectKind::View, ObjectKind::Trigger};
    return can;
}

}  // namespace godwit::detail
