# A project that uses godwit as CONSUMER says: its migration lives in a static library, and no line
# of its program names it. Then a migration is added, and one is spoiled.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

set(source "${WORK}/source")
set(build "${WORK}/build")
set(migrations "${source}/shop/migrations")
file(REMOVE_RECURSE "${source}" "${build}/run")
file(COPY "${ROOT}/tests/consumer/${CONSUMER}" "${ROOT}/tests/consumer/shop" DESTINATION "${source}")
file(MAKE_DIRECTORY "${build}/run")

set(how "-DCMAKE_PREFIX_PATH=${PREFIX}")
if(CONSUMER STREQUAL "add_subdirectory")
    set(how "-DGODWIT_SOURCE=${ROOT}" -DGODWIT_POSTGRESQL=OFF -DGODWIT_MYSQL=OFF)
endif()
run("configure" output ${configure} ${how} -S "${source}/${CONSUMER}" -B "${build}")

macro(build_and_up)
    run("build" output "${CMAKE_COMMAND}" --build "${build}" --target program --parallel 2)
    run("up" output "${CMAKE_COMMAND}" -E chdir "${build}/run" "${build}/program")
endmacro()

build_and_up()
if(NOT output STREQUAL "applied 20250217143000_create_orders_table\n")
    message(FATAL_ERROR "a migration in a static library was lost; the program says: ${output}")
endif()

write_migration("${migrations}" 20250301080000_create_invoices invoices)
build_and_up()
if(NOT output STREQUAL "applied 20250301080000_create_invoices\n")
    message(FATAL_ERROR "the next build did not pick up a new file; the program says: ${output}")
endif()

file(READ "${migrations}/20250301080000_create_invoices.cpp" text)
string(REPLACE "GODWIT_MIGRATION(20250301080000_create_invoices" "GODWIT_MIGRATION(20250301080000_invoices"
    text "${text}")
file(WRITE "${migrations}/20250301080000_create_invoices.cpp" "${text}")
run_refused("a build after an id was edited" "but a file is named after its migration."
    "${CMAKE_COMMAND}" --build "${build}" --target program)

file(REMOVE "${migrations}/20250301080000_create_invoices.cpp")
run("build after a file was removed" output "${CMAKE_COMMAND}" --build "${build}" --target program)
