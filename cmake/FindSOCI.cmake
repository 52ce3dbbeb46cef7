# Finds SOCI and the backends asked for as COMPONENTS (mysql, sqlite3), together with what their
# headers include: SOCI's packages depend on neither Boost nor the client libraries.
# Defines SOCI::soci_core, SOCI::soci_mysql (carries mysql.h) and SOCI::soci_sqlite3 (carries
# sqlite3.h); SOCI_REASON says why something is not there.

include(FindPackageHandleStandardArgs)

set(SOCI_REASON "")

find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_library(SOCI_core_LIBRARY soci_core)
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_core_LIBRARY)

if(NOT SOCI_INCLUDE_DIR OR NOT SOCI_core_LIBRARY)
    string(APPEND SOCI_REASON "SOCI was not found (Debian: libsoci-dev). ")
elseif(NOT TARGET SOCI::soci_core)
    set(SOCI_wants_boost "")
    if(EXISTS "${SOCI_INCLUDE_DIR}/soci/soci-config.h")
        file(STRINGS "${SOCI_INCLUDE_DIR}/soci/soci-config.h" SOCI_wants_boost
             REGEX "^#define SOCI_HAVE_BOOST$")
    endif()
    if(SOCI_wants_boost)
        find_package(Boost QUIET CONFIG)
    endif()
    if(SOCI_wants_boost AND NOT TARGET Boost::headers)
        string(APPEND SOCI_REASON
               "SOCI includes headers of Boost, which was not found (Debian: libboost1.81-dev). ")
    else()
        add_library(SOCI::soci_core UNKNOWN IMPORTED)
        set_target_properties(SOCI::soci_core PROPERTIES
            IMPORTED_LOCATION "${SOCI_core_LIBRARY}"
            INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR}"
            INTERFACE_LINK_LIBRARIES "$<TARGET_NAME_IF_EXISTS:Boost::headers>;${CMAKE_DL_LIBS}")
    endif()
endif()

foreach(SOCI_component IN LISTS SOCI_FIND_COMPONENTS)
    set(SOCI_${SOCI_component}_FOUND FALSE)
    set(SOCI_client "")
    if(SOCI_component STREQUAL "mysql")
        find_package(PkgConfig QUIET)
        if(PkgConfig_FOUND)
            pkg_search_module(PC_MYSQL QUIET IMPORTED_TARGET GLOBAL libmariadb mysqlclient)
        endif()
        if(TARGET PkgConfig::PC_MYSQL)
            set(SOCI_client PkgConfig::PC_MYSQL)
        else()
            string(APPEND SOCI_REASON
                   "libmariadb was not found (Debian: libmariadb-dev pkg-config). ")
        endif()
    elseif(SOCI_component STREQUAL "sqlite3")
        find_package(SQLite3 QUIET)
        if(TARGET SQLite::SQLite3)
            set(SOCI_client SQLite::SQLite3)
        else()
            string(APPEND SOCI_REASON "SQLite was not found (Debian: libsqlite3-dev). ")
        endif()
    endif()

    find_library(SOCI_${SOCI_component}_LIBRARY soci_${SOCI_component})
    mark_as_advanced(SOCI_${SOCI_component}_LIBRARY)
    if(TARGET SOCI::soci_core AND SOCI_client AND NOT SOCI_${SOCI_component}_LIBRARY)
        string(APPEND SOCI_REASON "SOCI's backend ${SOCI_component} was not found. ")
    endif()
    if(TARGET SOCI::soci_core AND SOCI_client AND SOCI_${SOCI_component}_LIBRARY)
        set(SOCI_${SOCI_component}_FOUND TRUE)
        if(NOT TARGET SOCI::soci_${SOCI_component})
            add_library(SOCI::soci_${SOCI_component} UNKNOWN IMPORTED)
            set_target_properties(SOCI::soci_${SOCI_component} PROPERTIES
                IMPORTED_LOCATION "${SOCI_${SOCI_component}_LIBRARY}"
                INTERFACE_LINK_LIBRARIES "SOCI::soci_core;${SOCI_client}")
        endif()
    endif()
endforeach()

string(STRIP "${SOCI_REASON}" SOCI_REASON)
find_package_handle_standard_args(SOCI REQUIRED_VARS SOCI_core_LIBRARY SOCI_INCLUDE_DIR
    HANDLE_COMPONENTS REASON_FAILURE_MESSAGE "${SOCI_REASON}")
