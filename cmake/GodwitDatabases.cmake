# Finds the libraries that godwit is built on and decides which databases are on.
#
# Sets GODWIT_HAS_POSTGRESQL, GODWIT_HAS_MYSQL and GODWIT_HAS_SQLITE. Everything found is visible in
# the whole build: a project that adds godwit by add_subdirectory() links these libraries too.

set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL TRUE)

find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# godwit_find_database(<option> <spelling> <package> [COMPONENTS ...])
macro(godwit_find_database option spelling package)
    set_property(CACHE GODWIT_${option} PROPERTY STRINGS AUTO ON OFF)
    set(GODWIT_HAS_${option} OFF)
    if(GODWIT_${option} STREQUAL "AUTO")
        find_package(${package} QUIET ${ARGN})
        if(${package}_FOUND)
            set(GODWIT_HAS_${option} ON)
        else()
            message(STATUS "godwit: ${spelling} is off: ${${package}_REASON}")
        endif()
    elseif(GODWIT_${option})
        find_package(${package} REQUIRED ${ARGN})
        set(GODWIT_HAS_${option} ON)
    endif()
endmacro()

godwit_find_database(POSTGRESQL postgresql PQXX)
godwit_find_database(MYSQL mysql SOCI COMPONENTS mysql)
godwit_find_database(SQLITE sqlite SOCI COMPONENTS sqlite3)

unset(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL)
