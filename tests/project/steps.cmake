# What the scripts of this folder share. They get ROOT (godwit's source), WORK (their own scratch
# directory) and COMPILER, LAUNCHER, FLAGS and GENERATOR of the build that runs them.

# run(<what> <variable for the output> <command>...): stops unless the command succeeds.
function(run what output)
    execute_process(COMMAND ${ARGN}
        RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
    if(NOT result EQUAL 0)
        message("${text}")
        message(FATAL_ERROR "${what} failed (${result})")
    endif()
    set(${output} "${text}" PARENT_SCOPE)
endfunction()

# run_refused(<what> <sentence> <command>...): stops unless the command fails with the sentence.
function(run_refused what sentence)
    execute_process(COMMAND ${ARGN}
        RESULT_VARIABLE result OUTPUT_VARIABLE text ERROR_VARIABLE text)
    if(result EQUAL 0)
        message(FATAL_ERROR "${what} succeeded, but should be refused with: ${sentence}")
    endif()
    # CMake breaks long messages into lines.
    string(REGEX REPLACE "[ \r\n]+" " " flat "${text}")
    string(FIND "${flat}" "${sentence}" position)
    if(position EQUAL -1)
        message("${text}")
        message(FATAL_ERROR "${what} is refused, but not with: ${sentence}")
    endif()
endfunction()

# expect_contains(<what> <text> <part>)
function(expect_contains what text part)
    string(FIND "${text}" "${part}" position)
    if(position EQUAL -1)
        message("${text}")
        message(FATAL_ERROR "${what}: '${part}' is missing")
    endif()
endfunction()

# preprocessed_lines(<file> <variable>): lines that the compiler sees, blank ones not counted.
function(preprocessed_lines file result)
    execute_process(
        COMMAND "${COMPILER}" -E -P -std=c++20 -I "${ROOT}/include" ${ARGN} "${file}"
        RESULT_VARIABLE failed OUTPUT_VARIABLE text ERROR_VARIABLE errors)
    if(failed)
        message("${errors}")
        message(FATAL_ERROR "${file} could not be preprocessed")
    endif()
    string(REGEX REPLACE "\n[ \t\n]*\n" "\n" text "\n${text}\n")
    string(REGEX REPLACE "[^\n]+" "" newlines "${text}")
    string(LENGTH "${newlines}" count)
    math(EXPR count "${count} - 1")
    set(${result} ${count} PARENT_SCOPE)
endfunction()

# write_migration(<directory> <id> <table>): a file that creates a table.
function(write_migration directory id table)
    file(WRITE "${directory}/${id}.cpp"
"#include <godwit/migration.hpp>

namespace {

class CreateTable final : public godwit::Migration {
public:
    void up(SchemaBuilder& schema) const override {
        schema.createTable(\"${table}\", [](Table& t) { t.id(); });
    }
    void down(SchemaBuilder& schema) const override { schema.dropTable(\"${table}\"); }
};

}  // namespace

GODWIT_MIGRATION(${id}, CreateTable)
")
endfunction()

# The arguments of a configure with the compiler of the build that runs the test.
set(configure "${CMAKE_COMMAND}" -G "${GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${COMPILER}"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}"
    "-DCMAKE_CXX_FLAGS=${FLAGS}"
    "-DCMAKE_BUILD_TYPE=Debug"
    "-DCMAKE_CXX_FLAGS_DEBUG=-O0")
