# cmake -D ROOT=<source directory> -P check_sizes.cmake
#
# No hand-written source, header or script is longer than a reader's patience.

cmake_minimum_required(VERSION 3.24)
set(most 500)
set(too_long 0)

set(patterns "")
foreach(folder IN ITEMS cmake docs examples include src tests)
    foreach(name IN ITEMS *.cpp *.hpp *.cmake *.sh CMakeLists.txt)
        list(APPEND patterns "${ROOT}/${folder}/${name}")
    endforeach()
endforeach()
file(GLOB_RECURSE files RELATIVE "${ROOT}" ${patterns})
list(APPEND files CMakeLists.txt)

foreach(file IN LISTS files)
    file(READ "${ROOT}/${file}" text)
    string(REGEX REPLACE "[^\n]+" "" newlines "${text}")
    string(LENGTH "${newlines}" lines)
    if(lines GREATER most)
        math(EXPR too_long "${too_long} + 1")
        message("${file}: has ${lines} lines, and a file has at most ${most}; split it")
    endif()
endforeach()

if(too_long)
    message(FATAL_ERROR "sizes: ${too_long} to put right")
endif()
