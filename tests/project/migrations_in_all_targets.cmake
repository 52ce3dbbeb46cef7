# godwit_add_migrations() on every kind of target; see tests/consumer/many_targets.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

set(build "${WORK}/build")
file(REMOVE_RECURSE "${build}")
run("configure" output ${configure} "-DCMAKE_PREFIX_PATH=${PREFIX}"
    -S "${ROOT}/tests/consumer/many_targets" -B "${build}")
run("build" output "${CMAKE_COMMAND}" --build "${build}")
run("program" output "${build}/program")

set(orders 20250217143000_create_orders_table)
set(expected "static_part 1 ${orders}
shared_part 2 ${orders} 20250218090000_create_invoices
empty_part 0
program 1 ${orders}
company::audit 1 ${orders}
")
if(NOT output STREQUAL expected)
    message(FATAL_ERROR "the program prints\n${output}instead of\n${expected}")
endif()
