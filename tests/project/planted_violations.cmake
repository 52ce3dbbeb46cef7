# The checks of cmake/ are worth nothing unless they fail: plants one violation after the other in a
# copy of the sources, and expects its sentence.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

file(REMOVE_RECURSE "${WORK}")
file(COPY "${ROOT}/include" "${ROOT}/src" "${ROOT}/cmake" "${ROOT}/CMakeLists.txt" DESTINATION "${WORK}")
file(WRITE "${WORK}/tests/peek_test.cpp" "")

# planted(<check> <file> <text> <sentence>): appends the text to the file for one run of the check.
function(planted check file text sentence)
    set(path "${WORK}/${file}")
    if(EXISTS "${path}")
        file(READ "${path}" before)
    endif()
    file(APPEND "${path}" "${text}")
    run_refused("${file}" "${file}: ${sentence}"
        "${CMAKE_COMMAND}" -D "ROOT=${WORK}" -P "${WORK}/cmake/check_${check}.cmake")
    if(DEFINED before)
        file(WRITE "${path}" "${before}")
    else()
        file(REMOVE "${path}")
    endif()
endfunction()

planted(layers src/model/schema.cpp "#include <nlohmann/json.hpp>\n"
    "<nlohmann/json.hpp> may only be included by src/json/")
planted(layers src/run/planted.hpp "#include <pqxx/pqxx>\n"
    "<pqxx/pqxx> may only be included by src/postgresql/driver.cpp")
planted(layers src/cli/planted.hpp "#include <mysql.h>\n" "<mysql.h> may only be included by")
planted(layers src/sqlite/driver.cpp "#include <sqlite3.h>\n"
    "<sqlite3.h> may only be included by src/sqlite/native.cpp")
planted(layers src/model/planted.hpp "#include <curl/curl.h>\n"
    "<curl/curl.h> is no standard header and has no `only` line")
planted(layers include/godwit/schema.hpp "#include <fmt/format.h>\n"
    "<fmt/format.h> may only be included by src/")
planted(layers src/sql/planted.hpp "#include <godwit/migrator.hpp>\n"
    "the module 'sql' may not include include/godwit/migrator.hpp of 'run'")
planted(layers src/model/planted.hpp "#include \"planted_user.hpp\"\n"
    "\"planted_user.hpp\" does not exist below src/")
planted(layers src/postgresql/planted.hpp "#include \"sqlite/driver.cpp\"\n"
    "\"sqlite/driver.cpp\" is a source file, which nobody may include")
planted(layers tests/peek_test.cpp "#include \"sqlite/driver.cpp\"\n"
    "`#include \"sqlite/driver.cpp\"` names a source file")
planted(layers include/godwit/schema_builder.hpp "#include <memory>\n"
    "<memory> is too heavy for a header that every migration includes")
planted(layers include/godwit/migration.hpp "#include <godwit/error.hpp>\n"
    "<godwit/error.hpp> is too heavy for a header that every migration includes")
planted(layers include/godwit/unlisted.hpp "#pragma once\n" "is not in cmake/layers.txt")
planted(layers src/model/unlisted.cpp "\n" "is not in src/CMakeLists.txt")
planted(layers src/somewhere/file.hpp "#pragma once\n" "is not in cmake/layers.txt")

# A module's own headers, from a module below it.
file(WRITE "${WORK}/src/run/planted.hpp" "#pragma once\n")
planted(layers src/model/planted.hpp "#include \"run/planted.hpp\"\n"
    "the module 'model' may not include src/run/planted.hpp of 'run'")

string(REPEAT "// a line\n" 501 long)
planted(sizes src/model/planted.hpp "${long}" "has 501 lines, and a file has at most 500; split it")
planted(sizes src/planted/CMakeLists.txt "${long}" "has 501 lines")
