# godwit_install_library(<name>): installs one library with its headers and its own export file, so
# that a user of godwit::sqlite needs nothing of PostgreSQL's.
# godwit_install_package(): installs what find_package(godwit) reads. Call it after all libraries.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

function(godwit_install_library name)
    set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/godwit")
    install(TARGETS godwit_${name} EXPORT godwit-${name}
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
        FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    install(EXPORT godwit-${name} NAMESPACE godwit:: DESTINATION "${package_dir}")
    set_property(GLOBAL APPEND PROPERTY GODWIT_INSTALLED_COMPONENTS ${name})
endfunction()

function(godwit_install_package)
    set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/godwit")
    get_property(GODWIT_COMPONENTS GLOBAL PROPERTY GODWIT_INSTALLED_COMPONENTS)
    set(GODWIT_STATIC ON)
    if(BUILD_SHARED_LIBS)
        set(GODWIT_STATIC OFF)
    endif()
    configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/godwitConfig.cmake.in"
        "${PROJECT_BINARY_DIR}/godwitConfig.cmake" INSTALL_DESTINATION "${package_dir}")
    write_basic_package_version_file("${PROJECT_BINARY_DIR}/godwitConfigVersion.cmake"
        COMPATIBILITY SameMinorVersion)
    install(FILES
        "${PROJECT_BINARY_DIR}/godwitConfig.cmake"
        "${PROJECT_BINARY_DIR}/godwitConfigVersion.cmake"
        "${PROJECT_SOURCE_DIR}/cmake/FindPQXX.cmake"
        "${PROJECT_SOURCE_DIR}/cmake/FindSOCI.cmake"
        "${PROJECT_SOURCE_DIR}/cmake/GodwitMigrations.cmake"
        DESTINATION "${package_dir}")
endfunction()
