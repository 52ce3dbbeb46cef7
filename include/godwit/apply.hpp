#pragma once

#include <memory>

#include <godwit/connection.hpp>
#include <godwit/export.hpp>
#include <godwit/schema_builder.hpp>

namespace godwit {

namespace detail {
/// A recording that belongs to no migration, run at once.
class GODWIT_API LooseRecording {
public:
    LooseRecording();
    ~LooseRecording();
    LooseRecording(const LooseRecording&) = delete;
    LooseRecording& operator=(const LooseRecording&) = delete;

    SchemaBuilder builder();
    void run(Connection& connection);

private:
    std::unique_ptr<Recorder> recorder_;
};
}  // namespace detail

/// Runs builder calls straight against a database, without a migration and without history: for
/// tests that want a table now. One transaction where the database has transactional DDL.
/// `body` receives a `SchemaBuilder&`.
/// @throws MigrationFailed, UnsupportedError, UsageError, DatabaseError
template <class Body>
void apply(Connection& connection, Body&& body) {
    detail::LooseRecording recording;
    SchemaBuilder schema = recording.builder();
    body(schema);
    recording.run(connection);
}

}  // namespace godwit
