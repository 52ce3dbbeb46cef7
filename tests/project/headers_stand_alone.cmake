# Every public header compiles alone, as the first thing that a file includes.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

file(GLOB_RECURSE headers RELATIVE "${ROOT}/include" "${ROOT}/include/*.hpp")
set(broken 0)
foreach(header IN LISTS headers)
    file(WRITE "${WORK}/alone.cpp" "#include <${header}>\n")
    execute_process(
        COMMAND "${COMPILER}" -std=c++20 -fsyntax-only -Wall -Wextra -I "${ROOT}/include"
            "${WORK}/alone.cpp"
        RESULT_VARIABLE failed OUTPUT_VARIABLE text ERROR_VARIABLE text)
    if(failed OR text)
        math(EXPR broken "${broken} + 1")
        message("include/${header}: does not compile alone\n${text}")
    endif()
endforeach()
if(broken)
    message(FATAL_ERROR "headers: ${broken} to put right")
endif()
