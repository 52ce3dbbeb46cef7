# The index of 1,000 migrations costs what a table of 1,000 functions costs: one light header, and a
# declaration and a row for each.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

set(count 1000)
set(source "${WORK}/source")
set(build "${WORK}/build")
file(REMOVE_RECURSE "${WORK}")
foreach(i RANGE 1 ${count})
    math(EXPR number "1000 + ${i}")
    set(id 2025021714${number}_create_table_${i})
    file(WRITE "${source}/migrations/${id}.cpp" "GODWIT_MIGRATION(${id}, CreateTable)\n")
endforeach()
file(WRITE "${source}/CMakeLists.txt"
"cmake_minimum_required(VERSION 3.24)
project(thousand LANGUAGES CXX)
include(\"${ROOT}/cmake/GodwitMigrations.cmake\")
add_library(shop STATIC)
godwit_add_migrations(shop DIRECTORY migrations)
")
run("configure" output ${configure} -S "${source}" -B "${build}")

set(index "${build}/godwit_migrations/shop/shop_index.cpp")
set(includes -I "${build}/godwit_migrations/shop")
run("index" output "${COMPILER}" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic
    -Wmissing-declarations -I "${ROOT}/include" ${includes} "${index}")

preprocessed_lines("${index}" lines ${includes})
preprocessed_lines("${ROOT}/include/godwit/migration_set.hpp" header_lines)
math(EXPR most "${header_lines} + 4 * ${count}")
message("the index of ${count} migrations: ${lines} lines, ${header_lines} of them the header")
math(EXPR least "${header_lines} + ${count}")
if(lines GREATER most OR lines LESS least)
    message(FATAL_ERROR "the index has ${lines} lines; ${least} to ${most} were expected")
endif()
