# cmake -D PROGRAM=<program> -D TRANSCRIPT=<file> -D FOLDER=<empty folder to work in>
#       -P transcript.cmake
#
# Runs the commands of a transcript (the lines that begin with "$ ") one after the other and
# compares what they print with what the transcript says. What differs from run to run, as times and
# generated keys, is replaced by a word in <>. With GODWIT_UPDATE_GOLDEN=1 in the environment the
# transcript is written anew.

cmake_minimum_required(VERSION 3.24)

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
get_filename_component(name "${PROGRAM}" NAME_WE)
unset(ENV{GODWIT_URL})

file(STRINGS "${TRANSCRIPT}" commands REGEX "^\\$ ")
set(actual "")
foreach(command IN LISTS commands)
    string(REGEX REPLACE "^\\$ ${name} ?" "" arguments "${command}")
    separate_arguments(arguments UNIX_COMMAND "${arguments}")
    execute_process(COMMAND "${PROGRAM}" ${arguments}
        WORKING_DIRECTORY "${FOLDER}"
        OUTPUT_VARIABLE output
        ERROR_VARIABLE output
        RESULT_VARIABLE result)
    string(APPEND actual "${command}\n${output}")
    if(NOT result EQUAL 0)
        string(APPEND actual "exit code ${result}\n")
    endif()
    string(APPEND actual "\n")
endforeach()

set(hex "[0-9a-f][0-9a-f][0-9a-f][0-9a-f]")
string(REGEX REPLACE "${hex}${hex}-${hex}-${hex}-${hex}-${hex}${hex}${hex}" "<uuid>" actual "${actual}")
string(REGEX REPLACE "[0-9]+-[0-9]+-[0-9]+ [0-9]+:[0-9]+:[0-9]+" "<time>" actual "${actual}")
string(REGEX REPLACE " +(<1 ms|[0-9]+ ms|[0-9.]+ s)" " <duration>" actual "${actual}")
string(REGEX REPLACE "\"durationUs\": [0-9]+" "\"durationUs\": <duration>" actual "${actual}")
string(REGEX REPLACE "SQLite [0-9.]+[0-9]" "SQLite <version>" actual "${actual}")

if("$ENV{GODWIT_UPDATE_GOLDEN}" STREQUAL "1")
    file(WRITE "${TRANSCRIPT}" "${actual}")
    return()
endif()
file(READ "${TRANSCRIPT}" expected)
if(NOT actual STREQUAL expected)
    file(WRITE "${FOLDER}/actual.expected" "${actual}")
    execute_process(COMMAND diff -u "${TRANSCRIPT}" "${FOLDER}/actual.expected")
    message(FATAL_ERROR "${name} prints something else than ${TRANSCRIPT} says. If that is meant, run "
        "the test again with GODWIT_UPDATE_GOLDEN=1 in the environment and read the difference.")
endif()
