# What godwit_add_migrations() refuses at configure time, each with a sentence.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

set(orders 20250217143000_create_orders_table)
file(REMOVE_RECURSE "${WORK}")

# A project with one static library, whose calls are CALLS.
function(write_project name calls)
    file(WRITE "${WORK}/${name}/CMakeLists.txt"
"cmake_minimum_required(VERSION 3.24)
project(refused LANGUAGES NONE)
include(\"${ROOT}/cmake/GodwitMigrations.cmake\")
add_library(shop STATIC)
${calls}
")
endfunction()

function(refused name sentence)
    run_refused("${name}" "${sentence}"
        "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${WORK}/${name}" -B "${WORK}/${name}/build")
endfunction()

# One migration file of the given text, in a project that adds its directory.
function(refused_text name file text sentence)
    write_project(${name} "godwit_add_migrations(shop DIRECTORY migrations)")
    file(WRITE "${WORK}/${name}/migrations/${file}" "${text}")
    refused(${name} "${sentence}")
endfunction()

# A project with the given calls, over two directories with one migration each.
function(refused_calls name calls sentence)
    write_project(${name} "${calls}")
    write_migration("${WORK}/${name}/migrations" ${orders} orders)
    write_migration("${WORK}/${name}/more" ${orders} orders)
    write_migration("${WORK}/${name}/other" 20250218090000_create_invoices invoices)
    refused(${name} "${sentence}")
endfunction()

# --- One file ---
refused_text(id_differs ${orders}.cpp "GODWIT_MIGRATION(20250217143000_create_orders, CreateOrders)\n"
    "${orders}.cpp holds GODWIT_MIGRATION(20250217143000_create_orders, ...), but a file is named after its migration. Write GODWIT_MIGRATION(${orders}, ...), or rename the file to 20250217143000_create_orders.cpp.")
refused_text(id_differs_over_lines ${orders}.cpp "GODWIT_MIGRATION(\n    20250217_orders,\n    CreateOrders)\n"
    "holds GODWIT_MIGRATION(20250217_orders, ...)")
refused_text(no_timestamp create_orders.cpp "GODWIT_MIGRATION(create_orders, CreateOrders)\n"
    "'create_orders' is not the id of a migration.")
refused_text(capital_letters 20250217143000_CreateOrders.cpp
    "GODWIT_MIGRATION(20250217143000_CreateOrders, CreateOrders)\n"
    "'20250217143000_CreateOrders' is not the id of a migration.")
refused_text(thirteen_digits 2025021714300_create_orders.cpp
    "GODWIT_MIGRATION(2025021714300_create_orders, CreateOrders)\n"
    "'2025021714300_create_orders' is not the id of a migration.")
refused_text(no_macro ${orders}.cpp "// GODWIT_MIGRATION(${orders}, CreateOrders)\nint x\; [\n"
    "${orders}.cpp has no GODWIT_MIGRATION.")
refused_text(two_macros ${orders}.cpp
    "GODWIT_MIGRATION(${orders}, A)\nint x[2]\;\nGODWIT_MIGRATION(${orders}, B)\n"
    "${orders}.cpp has 2 GODWIT_MIGRATION, and a file holds one migration.")
string(REPEAT "a" 176 long_name)
refused_text(long_id 20250217143000_${long_name}.cpp "GODWIT_MIGRATION(20250217143000_${long_name}, A)\n"
    "has 191 characters, and an id has at most 190.")

# --- Several directories ---
refused_calls(same_namespace_same_id
    "godwit_add_migrations(shop DIRECTORY migrations)\ngodwit_add_migrations(shop DIRECTORY more)"
    "are two migrations of one id in the namespace 'shop'.")
refused_calls(same_namespace
    "godwit_add_migrations(shop DIRECTORY migrations)\ngodwit_add_migrations(shop DIRECTORY other)"
    "the namespace 'shop' already holds the migrations of")
refused_calls(same_file_two_namespaces
    "godwit_add_migrations(shop DIRECTORY migrations)
add_library(office STATIC)
godwit_add_migrations(office DIRECTORY migrations)"
    "is already compiled for the namespace 'shop'.")

# --- The call ---
refused_calls(no_directory "godwit_add_migrations(shop DIRECTORY nowhere)" "there is no directory")
refused_calls(directory_forgotten "godwit_add_migrations(shop)" "DIRECTORY is missing.")
refused_calls(no_target "godwit_add_migrations(shoop DIRECTORY migrations)"
    "there is no target 'shoop'.")
refused_calls(interface_library
    "add_library(office INTERFACE)\ngodwit_add_migrations(office DIRECTORY migrations)"
    "'office' compiles nothing itself")
refused_calls(bad_namespace "godwit_add_migrations(shop DIRECTORY migrations NAMESPACE my-shop)"
    "'my-shop' is not the name of a namespace.")
refused_calls(unknown_word "godwit_add_migrations(shop DIRECTORY migrations other)"
    "'other' is not understood.")
