# cmake -D COMPILER= -D COMPILER_ID= -D INCLUDE= -D FILE= -P compile_fail.cmake
#
# Passes when FILE does not compile and the compiler says all that the file expects.

cmake_minimum_required(VERSION 3.24)

file(STRINGS "${FILE}" expected REGEX "^// expect: .")
file(STRINGS "${FILE}" for_clang REGEX "^// expect-clang: .")
if(for_clang AND COMPILER_ID MATCHES "Clang")
    set(expected "${for_clang}")
endif()
if(NOT expected)
    message(FATAL_ERROR "${FILE}: the first line must read `// expect: <part of the sentence>`")
endif()
list(TRANSFORM expected REPLACE "^// expect(-clang)?: " "")

# Without LC_ALL the compiler may quote in another language.
execute_process(
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C
        "${COMPILER}" -std=c++20 -fsyntax-only -I "${INCLUDE}" "${FILE}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(result EQUAL 0)
    message("${FILE}: compiles, but should be refused with: ${expected}")
    message(FATAL_ERROR "not refused")
endif()
string(REPLACE "\\\"" "\"" output "${output}")  # As clang writes the quotes within a sentence.
foreach(part IN LISTS expected)
    string(FIND "${output}" "${part}" position)
    if(position EQUAL -1)
        message("${output}\n${FILE}: is refused, but not with: ${part}")
        message(FATAL_ERROR "refused with another sentence")
    endif()
endforeach()
