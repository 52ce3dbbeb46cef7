# Installs the build that runs the tests.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

file(REMOVE_RECURSE "${PREFIX}")
run("install" output "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}")
