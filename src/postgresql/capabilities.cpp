#include "postgresql/capabilities.hpp"

namespace godwit::detail {

namespace {

IndexCapabilities indexCapabilitiesOf(const Version& version) {
    IndexCapabilities can;
    can.where = true;
    can.collations = true;
    can.nullsOrder = true;
    can.include = true;
    can.includeInSpGist = version >= Version{14, 0, 0};
    can.operatorClasses = true;
    can.methods = true;
    can.storage = true;
    // https://www.postgresql.org/docs/15/release-15.html
    can.nullsNotDistinct = version >= Version{15, 0, 0};
    can.concurrently = true;
    can.spatial = true;
    can.insteadOfText =
        "index godwit::expr(\"to_tsvector('simple', ...)\") with .method(godwit::gin)";
    return can;
}

ConstraintCapabilities constraintCapabilitiesOf(const Version& version) {
    ConstraintCapabilities can;
    can.deferrableKeys = true;
    can.deferrableForeignKeys = true;
    can.nullsNotDistinct = version >= Version{15, 0, 0};
    can.notValid = true;
    can.exclusions = true;
    return can;
}

}  // namespace

Capabilities postgresqlCapabilities(const Version& version) {
    Capabilities can;
    can.constraint = constraintCapabilitiesOf(version);
    can.placesColumns = false;
    can.index = indexCapabilitiesOf(version);
    // https://www.postgresql.org/docs/13/functions-uuid.html; 12 has it in an extension only.
    can.randomUuid = version >= Version{13, 0, 0};
    // https://www.postgresql.org/docs/18/release-18.html
    can.virtualColumns = version >= Version{18, 0, 0};
    // https://www.postgresql.org/docs/current/sql-createtable.html
    can.identityOptions = true;
    can.tableStorage = true;
    // https://www.postgresql.org/docs/15/sql-createview.html
    can.invokerViews = version >= Version{15, 0, 0};
    // https://www.postgresql.org/docs/14/sql-altertable.html
    can.detachesConcurrently = version >= Version{14, 0, 0};
    can.objects = kEveryObject;
    return can;
}

}  // namespace godwit::detail
