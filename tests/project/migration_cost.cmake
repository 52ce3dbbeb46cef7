# A migration file includes one light header: at most 15,000 lines, of which <string_view> alone has
# 13,000.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")

set(most 15000)
file(WRITE "${WORK}/migration.cpp" "#include <godwit/migration.hpp>\n")
preprocessed_lines("${WORK}/migration.cpp" lines)
message("<godwit/migration.hpp>: ${lines} lines")
if(lines GREATER most)
    message(FATAL_ERROR "<godwit/migration.hpp> has ${lines} lines, and may have ${most}")
elseif(lines LESS 100)
    message(FATAL_ERROR "${lines} lines cannot be right")
endif()
