#!/bin/bash
# tests/run.sh [--fast] [--require-all]: builds godwit and runs all its tests, on a machine with
# nothing but Debian on it.
# shellcheck disable=SC2317  # the steps are called by name
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: tests/run.sh [--fast] [--require-all]

Installs what is missing, starts a disposable server of every supported database, builds with g++,
runs every test against all of them, builds once more with clang and its address and
undefined-behaviour sanitizers, tests that on one server of each kind, feeds random bytes to what is
quoted for a minute, and checks the formatting.

  --fast          only the g++ build and the tests that need no database server
  --require-all   fail when a database server could not be had (it is named as NOT RUN otherwise)

GODWIT_JOBS       how many things to do at once (default: the number of processors)
GODWIT_CACHE      where the database servers are kept
                  (default: /var/cache/godwit for root, else ~/.cache/godwit)
GODWIT_TEST_POSTGRESQL_URL, GODWIT_TEST_MYSQL_URL, GODWIT_TEST_MARIADB_URL
                  test against servers of your own as well, for example
                  postgresql://user:password@host:5432/scratch
USAGE
}

fast=false require_all=false
for argument in "$@"; do
  case $argument in
    --fast) fast=true ;;
    --require-all) require_all=true ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 64 ;;
  esac
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
jobs=${GODWIT_JOBS:-$(nproc)}
export GODWIT_JOBS=$jobs
precompile=ON
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache precompile=OFF; fi

run=$(mktemp -d "${TMPDIR:-/tmp}/godwit-tests-XXXXXX")
export GODWIT_TEST_SERVERS=$run/servers.txt

current='' timings=()
finish() {
  local status=$?
  trap - EXIT
  tests/servers/stop.sh "$run"
  printf '\n== Summary\n'
  if [[ ${#timings[@]} != 0 ]]; then printf '%s\n' "${timings[@]}" ''; fi
  server_summary
  if [[ -n $current ]]; then
    [[ $status != 0 ]] || status=1
    printf 'FAILED: %s.\n' "$current" >&2
    if [[ -d $run/logs ]]; then
      printf 'The logs of the database servers are in %s/logs.\n' "$run" >&2
    else
      rmdir "$run"
    fi
  else
    rm -rf "$run"
    if [[ $status == 0 ]]; then printf 'Everything that was run has passed.\n'; fi
  fi
  exit "$status"
}

# Which databases the tests ran on, and once more, loudly, on which they did not.
servers=() servers_tested=false
server_summary() {
  local line name url reason
  for line in "${servers[@]}"; do
    IFS=$'\t' read -r name url reason <<<"$line"
    if [[ $url == 'NOT RUN' ]]; then
      printf 'NOT RUN: %s: %s\n' "$name" "$reason" >&2
    elif $servers_tested; then
      printf '  %-24s tested\n' "$name"
    fi
  done
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

step() {
  local begin=$SECONDS
  current=$1
  printf '\n== %s\n' "$current"
  shift
  "$@"
  timings+=("$(printf '  %-24s %5d s' "$current" $((SECONDS - begin)))")
  current=
}

own_servers=OFF
for url in GODWIT_TEST_{POSTGRESQL,MYSQL,MARIADB}_URL; do
  if [[ -n ${!url:-} ]]; then own_servers=ON; fi
done

build() {
  cmake --preset "$1" -DGODWIT_BUILD_TESTS=ON -DGODWIT_TEST_OWN_SERVERS="$own_servers" \
    -DGODWIT_PRECOMPILE_HEADERS="$precompile"
  cmake --build --preset "$1" -j "$jobs"
}

run_tests() {
  local preset=$1
  shift
  ctest --preset "$preset" -j "$jobs" "$@"
}

start_servers() {
  tests/servers/start.sh "$run"
  mapfile -t servers <"$run/servers.txt"
  servers+=($'sqlite\tis part of the test program')
}

# The second compiler refuses what must not compile too, in its own words; its sanitizers look at our
# code, which is the same for all versions of a server; and the fuzz programs feed it for a minute.
test_with_clang() {
  # In one process: ctest starts one for each, and the sanitizers take longer to start than to run.
  build-clang/bin/godwit_unit_tests --gtest_brief=1
  run_tests clang -R \
    '^(compile_fail_|fuzz_|database_(sqlite|postgresql-17|mysql-9\.7|mariadb-11\.8)$)'
}

source_files() {
  # New files that git does not know yet count too. Without git, or outside a clone, everything
  # outside build directories does.
  git ls-files -z --cached --others --exclude-standard '*.hpp' '*.cpp' 2>/dev/null ||
    find . -path './build*' -prune -o \( -name '*.hpp' -o -name '*.cpp' \) -print0
}

check_format() {
  source_files | xargs -0 -r clang-format --dry-run -Werror
}

step 'Debian packages' cmake/install_packages.sh build test
if $fast; then
  step 'g++: build' build dev
  step 'g++: tests' run_tests dev -L unit
  exit 0
fi
step 'Database servers' start_servers
step 'g++: build' build dev
step 'g++: tests' run_tests dev
servers_tested=true
step 'clang, sanitizers: build' build clang
step 'clang, sanitizers: tests' test_with_clang
step 'Formatting' check_format
if $require_all && grep -q $'\tNOT RUN\t' "$run/servers.txt"; then
  current='--require-all, and a server was not had'
  exit 1
fi
