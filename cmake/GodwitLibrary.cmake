# godwit_library(<name> HEADERS ... SOURCES ... PUBLIC ... PRIVATE ...)
#
# Defines the library godwit_<name> and its alias godwit::<name>, which is also its name in the
# installed package. HEADERS are paths below include/godwit, SOURCES paths below the calling
# directory. PUBLIC and PRIVATE are what it links.

include(GodwitWarnings)
include(GodwitInstall)

function(godwit_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE")
    set(target godwit_${name})
    set(include_dir "${PROJECT_SOURCE_DIR}/include")
    list(TRANSFORM arg_HEADERS PREPEND "${include_dir}/godwit/")

    add_library(${target})
    add_library(godwit::${name} ALIAS ${target})
    target_sources(${target}
        PUBLIC FILE_SET HEADERS BASE_DIRS "${include_dir}" FILES ${arg_HEADERS}
        PRIVATE ${arg_SOURCES})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_definitions(${target} PRIVATE GODWIT_BUILDING)
    if(BUILD_SHARED_LIBS)
        target_compile_definitions(${target} PUBLIC GODWIT_SHARED)
    endif()
    set_target_properties(${target} PROPERTIES
        EXPORT_NAME ${name}
        CXX_EXTENSIONS OFF
        CXX_VISIBILITY_PRESET hidden
        VISIBILITY_INLINES_HIDDEN ON
        POSITION_INDEPENDENT_CODE ON
        # The shared libraries find each other wherever they are installed.
        INSTALL_RPATH "$ORIGIN"
        VERSION ${PROJECT_VERSION}
        # Until 1.0 a minor version may change the binary interface.
        SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
    godwit_warnings(${target})
    if(GODWIT_PRECOMPILE_HEADERS)
        target_precompile_headers(${target} PRIVATE
            <algorithm> <functional> <map> <memory> <optional> <set> <string> <string_view>
            <utility> <variant> <vector> <fmt/format.h> <godwit/error.hpp> <godwit/operation.hpp>)
    endif()

    if(GODWIT_INSTALL)
        godwit_install_library(${name})
    endif()
endfunction()
