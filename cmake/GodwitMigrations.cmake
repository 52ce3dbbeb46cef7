# godwit_add_migrations(<target> DIRECTORY <directory> [NAMESPACE <namespace>])
#
# Compiles every .cpp file of a directory into a target and makes them known to godwit:
#
#     add_library(shop STATIC orders.cpp)
#     target_link_libraries(shop PUBLIC godwit::core)
#     godwit_add_migrations(shop DIRECTORY migrations)
#
# gives `#include <shop/migrations.hpp>` and `shop::migrations()`, the godwit::MigrationSet of that
# directory. The namespace is the target's name as an identifier unless NAMESPACE says otherwise. A
# target may have several directories, each with a namespace of its own; all of them are in the one
# header <target/migrations.hpp>.
#
# A file holds one migration and is named after it: 20250217143000_create_orders_table.cpp holds
# GODWIT_MIGRATION(20250217143000_create_orders_table, CreateOrdersTable). Anything else stops the
# configure with a sentence. A file added, renamed, edited or removed is seen by the next build.
#
# The index is a table of functions, written to <build>/godwit_migrations/<target>/: nothing
# registers itself when the program starts, so no linker can drop a migration from a static library.

include_guard(GLOBAL)

function(godwit_add_migrations target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIRECTORY;NAMESPACE" "")
    set(call "godwit_add_migrations(${target})")

    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${call}: '${arg_UNPARSED_ARGUMENTS}' is not understood. The call reads "
            "godwit_add_migrations(<target> DIRECTORY <directory> [NAMESPACE <namespace>]).")
    endif()
    if(NOT TARGET ${target})
        message(FATAL_ERROR "${call}: there is no target '${target}'. Call it after add_library() or "
            "add_executable().")
    endif()
    get_target_property(type ${target} TYPE)
    get_target_property(original ${target} ALIASED_TARGET)
    get_target_property(imported ${target} IMPORTED)
    if(original OR imported OR type STREQUAL "INTERFACE_LIBRARY" OR type STREQUAL "UTILITY")
        message(FATAL_ERROR "${call}: '${target}' compiles nothing itself (it is an alias, imported, "
            "or an interface library). Give the library or program that is to hold the migrations.")
    endif()
    if(NOT arg_DIRECTORY)
        message(FATAL_ERROR "${call}: DIRECTORY is missing. It names the folder of the migrations.")
    endif()
    get_filename_component(directory "${arg_DIRECTORY}" ABSOLUTE)
    if(NOT IS_DIRECTORY "${directory}")
        message(FATAL_ERROR "${call}: there is no directory '${directory}'. Create it, or correct "
            "DIRECTORY; an empty directory is fine.")
    endif()
    if(NOT arg_NAMESPACE)
        string(MAKE_C_IDENTIFIER "${target}" arg_NAMESPACE)
    endif()
    if(NOT arg_NAMESPACE MATCHES "^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z_][A-Za-z0-9_]*)*$")
        message(FATAL_ERROR "${call}: '${arg_NAMESPACE}' is not the name of a namespace. Give one "
            "like NAMESPACE shop or NAMESPACE company::shop.")
    endif()

    file(GLOB files CONFIGURE_DEPENDS "${directory}/*.cpp")
    list(SORT files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
    _godwit_read_migrations("${call}" "${files}" ids)
    _godwit_claim_namespace("${call}" ${target} ${arg_NAMESPACE} "${directory}" "${files}")

    set(generated "${CMAKE_BINARY_DIR}/godwit_migrations/${target}")
    _godwit_write_header(${target} "${generated}")
    string(REPLACE "::" "." index_name "${arg_NAMESPACE}")
    set(index "${generated}/${index_name}_index.cpp")
    _godwit_write_index("${index}" ${target} ${arg_NAMESPACE} "${ids}")

    target_sources(${target} PRIVATE ${files} "${index}")
    target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${generated}>")
endfunction()

# Sets <result> to the ids of the files; stops when a file and its id differ.
function(_godwit_read_migrations call files result)
    string(REPEAT "[0-9]" 14 fourteen_digits)
    set(ids "")
    foreach(file IN LISTS files)
        get_filename_component(stem "${file}" NAME_WLE)
        if(NOT stem MATCHES "^${fourteen_digits}_[a-z0-9_]+$")
            message(FATAL_ERROR "${call}: ${file}: '${stem}' is not the id of a migration. Rename the "
                "file to 14 digits (UTC, YYYYMMDDHHMMSS), an underscore and a name of lower-case "
                "letters, digits and underscores, like 20250217143000_create_orders_table.cpp.")
        endif()
        string(LENGTH "${stem}" length)
        if(length GREATER 190)
            message(FATAL_ERROR "${call}: ${file}: the id '${stem}' has ${length} characters, and an "
                "id has at most 190. Give the file and its GODWIT_MIGRATION a shorter name.")
        endif()

        file(READ "${file}" text)
        # Only the macro matters here, and these characters would split or join list elements.
        string(REGEX REPLACE "[][;\\]" " " text "${text}")
        string(REGEX REPLACE "(^|[ \t\n])//[^\n]*" "\\1" text "${text}")
        string(REGEX MATCHALL "(^|[^A-Za-z0-9_])GODWIT_MIGRATION[ \t\r\n]*\\([^,()]*" uses "${text}")
        list(LENGTH uses count)
        if(count EQUAL 0)
            message(FATAL_ERROR "${call}: ${file} has no GODWIT_MIGRATION. End the file with "
                "GODWIT_MIGRATION(${stem}, <class>), or move it to another directory if it is no "
                "migration.")
        endif()
        if(count GREATER 1)
            message(FATAL_ERROR "${call}: ${file} has ${count} GODWIT_MIGRATION, and a file holds one "
                "migration. Move the others to files named after their ids.")
        endif()
        string(REGEX REPLACE "^.*\\(" "" id "${uses}")
        string(STRIP "${id}" id)
        if(NOT id STREQUAL stem)
            message(FATAL_ERROR "${call}: ${file} holds GODWIT_MIGRATION(${id}, ...), but a file is "
                "named after its migration. Write GODWIT_MIGRATION(${stem}, ...), or rename the file "
                "to ${id}.cpp.")
        endif()
        list(APPEND ids ${id})
    endforeach()
    set(${result} "${ids}" PARENT_SCOPE)
endfunction()

# Each namespace of a target has one directory, and each file is in one namespace. Tells the files
# which namespace that is.
function(_godwit_claim_namespace call target namespace directory files)
    get_target_property(namespaces ${target} GODWIT_MIGRATION_NAMESPACES)
    if(namespace IN_LIST namespaces)
        get_target_property(other_directory ${target} GODWIT_MIGRATIONS_${namespace})
        foreach(file IN LISTS files)
            get_filename_component(name "${file}" NAME)
            if(EXISTS "${other_directory}/${name}")
                message(FATAL_ERROR "${call}: ${file} and ${other_directory}/${name} are two "
                    "migrations of one id in the namespace '${namespace}'. Rename one of them, or "
                    "give their directories two namespaces: NAMESPACE <other>.")
            endif()
        endforeach()
        message(FATAL_ERROR "${call}: the namespace '${namespace}' already holds the migrations of "
            "${other_directory}. Move the files of ${directory} there, or give this call another "
            "namespace: NAMESPACE <other>.")
    endif()
    set_property(TARGET ${target} APPEND PROPERTY GODWIT_MIGRATION_NAMESPACES ${namespace})
    set_property(TARGET ${target} PROPERTY GODWIT_MIGRATIONS_${namespace} "${directory}")

    foreach(file IN LISTS files)
        get_property(claimed SOURCE "${file}" TARGET_DIRECTORY ${target}
            PROPERTY GODWIT_MIGRATION_NAMESPACE)
        if(claimed STREQUAL namespace)
            continue()
        elseif(claimed)
            message(FATAL_ERROR "${call}: ${file} is already compiled for the namespace "
                "'${claimed}'. Link the target that holds it, or say NAMESPACE ${claimed} here.")
        endif()
        set_property(SOURCE "${file}" TARGET_DIRECTORY ${target}
            PROPERTY GODWIT_MIGRATION_NAMESPACE ${namespace})
        set_property(SOURCE "${file}" TARGET_DIRECTORY ${target} APPEND
            PROPERTY COMPILE_DEFINITIONS GODWIT_MIGRATION_NAMESPACE=${namespace})
    endforeach()
endfunction()

# Writes <target/migrations.hpp>, once, for all namespaces that the target will have.
function(_godwit_write_header target generated)
    get_target_property(written ${target} GODWIT_MIGRATIONS_HEADER)
    if(written)
        return()
    endif()
    set(function " {\n/// The migrations of this directory, in the order of their ids.\n")
    string(APPEND function "[[gnu::visibility(\"default\")]] godwit::MigrationSet migrations()")
    string(APPEND function "$<SEMICOLON>\n}\n")
    set(namespaces "$<TARGET_PROPERTY:${target},GODWIT_MIGRATION_NAMESPACES>")
    file(GENERATE OUTPUT "${generated}/${target}/migrations.hpp" CONTENT
"// Generated by godwit_add_migrations(); do not edit.
#pragma once

#include <godwit/migration_set.hpp>

namespace $<JOIN:${namespaces},${function}\nnamespace >${function}")
    set_property(TARGET ${target} PROPERTY GODWIT_MIGRATIONS_HEADER TRUE)
endfunction()

# Writes the table of the functions that GODWIT_MIGRATION defines.
function(_godwit_write_index index target namespace ids)
    set(declarations "")
    set(rows "")
    foreach(id IN LISTS ids)
        string(APPEND declarations "const godwit::Migration& godwit_migration_${id}();\n")
        string(APPEND rows "    {\"${id}\", &godwit_migration_${id}},\n")
    endforeach()
    list(LENGTH ids count)
    if(count EQUAL 0)
        set(body "godwit::MigrationSet migrations() { return godwit::MigrationSet{}; }\n")
    else()
        set(body "${declarations}
namespace {
constexpr godwit::MigrationEntry kEntries[] = {
${rows}};
}  // namespace
static_assert(godwit::detail::ascending(kEntries),
              \"godwit: migration ids must be unique and ascending in the list\");

godwit::MigrationSet migrations() { return godwit::MigrationSet{kEntries, ${count}}; }
")
    endif()
    file(CONFIGURE OUTPUT "${index}" @ONLY CONTENT
"// Generated by godwit_add_migrations(); do not edit.
#include <${target}/migrations.hpp>

namespace ${namespace} {
${body}}  // namespace ${namespace}
")
endfunction()
