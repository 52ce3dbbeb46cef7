#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <godwit/dialect.hpp>
#include <godwit/schema_builder.hpp>

namespace godwit::test {

/// A behaviour of the builder and the SQL it becomes: one file for each database.
struct GoldenCase {
    using Body = void (*)(SchemaBuilder&);

    /// Which versions the files are for; the newest ones but where old ones get other SQL.
    enum class Servers { Newest, Oldest };

    std::string_view name;  ///< Also the folder's.
    Body given = nullptr;   ///< What the migrations before it made, if anything.
    Body up = nullptr;      ///< What the way up did, where `when` is its way down.
    Body when = nullptr;
    Servers servers = Servers::Newest;
    bool byVersion = false;  ///< Some of the servers that tests run on refuse it.
};

/// All of them.
const std::vector<GoldenCase>& goldenCases();

/// What `body` records; nothing for null.
std::vector<Operation> operationsOf(GoldenCase::Body body);

/// What the case does, given what its way up has kept.
std::vector<Operation> operationsOf(const GoldenCase& golden);

/// What is known of the schema before it does.
Schema schemaBefore(const GoldenCase& golden);

/// What is known of the schema after these operations.
Schema schemaAfter(const std::vector<Operation>& operations);

/// The server whose SQL the case's file for `kind` holds.
Server serverOf(const GoldenCase& golden, DatabaseKind kind);

/// The SQL of the case as its file has it: statements below the calls they come from, or the
/// refusal.
std::string goldenText(const GoldenCase& golden, const Dialect& dialect);

std::filesystem::path goldenFile(const GoldenCase& golden, DatabaseKind kind);

inline constexpr DatabaseKind kAllKinds[] = {DatabaseKind::PostgreSQL,
                                             DatabaseKind::MySQL,
                                             DatabaseKind::MariaDB,
                                             DatabaseKind::SQLite};

// One function per file of cases.
void addTableCases(std::vector<GoldenCase>& cases);
void addColumnCases(std::vector<GoldenCase>& cases);
void addDropColumnCases(std::vector<GoldenCase>& cases);
void addTypeCases(std::vector<GoldenCase>& cases);
void addFurtherTypeCases(std::vector<GoldenCase>& cases);
void addColumnAttributeCases(std::vector<GoldenCase>& cases);
void addEnumerationCases(std::vector<GoldenCase>& cases);
void addKeyCases(std::vector<GoldenCase>& cases);
void addForeignKeyCases(std::vector<GoldenCase>& cases);
void addTextCases(std::vector<GoldenCase>& cases);
void addMergingCases(std::vector<GoldenCase>& cases);
void addIndexCases(std::vector<GoldenCase>& cases);
void addAlterCases(std::vector<GoldenCase>& cases);
void addDataCases(std::vector<GoldenCase>& cases);
void addObjectCases(std::vector<GoldenCase>& cases);
void addObjectsOfServersCases(std::vector<GoldenCase>& cases);
void addAccessCases(std::vector<GoldenCase>& cases);
void addShopCases(std::vector<GoldenCase>& cases);

}  // namespace godwit::test
