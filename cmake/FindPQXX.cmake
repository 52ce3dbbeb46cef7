# Finds libpqxx by pkg-config, since the packages of the distributions have no CMake files, else by
# the CMake files of a build from source. Defines PQXX::pqxx; PQXX_REASON says why it is not there.

include(FindPackageHandleStandardArgs)

if(NOT TARGET PQXX::pqxx)
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND)
        pkg_check_modules(PC_PQXX QUIET IMPORTED_TARGET GLOBAL libpqxx)
    endif()
    if(TARGET PkgConfig::PC_PQXX)
        set(PQXX_LIBRARY PkgConfig::PC_PQXX)
    else()
        find_package(libpqxx QUIET CONFIG)
        if(TARGET libpqxx::pqxx)
            set(PQXX_LIBRARY libpqxx::pqxx)
        endif()
    endif()
    if(PQXX_LIBRARY)
        add_library(PQXX::pqxx INTERFACE IMPORTED)
        target_link_libraries(PQXX::pqxx INTERFACE ${PQXX_LIBRARY})
    endif()
endif()

if(TARGET PQXX::pqxx)
    set(PQXX_LIBRARY PQXX::pqxx)
endif()
set(PQXX_REASON "libpqxx was not found (Debian: libpqxx-dev pkg-config).")
find_package_handle_standard_args(PQXX REQUIRED_VARS PQXX_LIBRARY
    REASON_FAILURE_MESSAGE "${PQXX_REASON}")
