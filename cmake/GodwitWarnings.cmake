# godwit_warnings(<target>): the warnings of godwit's own code. They are never passed on to users.

function(godwit_warnings target)
    set(common
        -Wall
        -Wextra
        -Wpedantic
        -Wcast-qual
        -Wconversion
        -Wdouble-promotion
        -Wextra-semi
        -Wformat=2
        -Wimplicit-fallthrough
        -Wnon-virtual-dtor
        -Wold-style-cast
        -Woverloaded-virtual
        -Wshadow
        -Wsign-conversion
        -Wunused)
    set(gcc
        -Wduplicated-cond
        -Wmissing-declarations
        -Wredundant-decls
        # GCC 12 sees overlaps and overflows inside std::string and std::vector that are not there.
        # https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
        -Wno-restrict
        -Wno-error=array-bounds
        -Wno-error=maybe-uninitialized
        -Wno-error=stringop-overflow
        -Wno-error=stringop-overread)
    set(clang
        -Wmissing-prototypes
        -Wnewline-eof
        -Wrange-loop-analysis
        -Wshadow-uncaptured-local
        -Wunreachable-code)
    set(werror "$<$<BOOL:${GODWIT_WERROR}>:-Werror>")
    target_compile_options(${target} PRIVATE
        "$<$<CXX_COMPILER_ID:GNU>:${common};${werror};${gcc}>"
        "$<$<CXX_COMPILER_ID:Clang,AppleClang>:${common};${werror};${clang}>")
endfunction()
