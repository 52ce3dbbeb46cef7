#!/bin/bash
# examples/run.sh: builds the example shop and shows its life with migrations: plan, up, status,
# rollback, up again, and the shop itself at work. On SQLite, in a fresh file; GODWIT_URL names
# another database, for example GODWIT_URL=postgresql://user:password@localhost/shop
# examples/run.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cmake/install_packages.sh build
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi

# Quiet when all is well, since the reader is here for what comes after.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
  echo "+ $*"
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
  fi
}
quietly cmake --preset dev
quietly cmake --build --preset dev --target shop -j "${GODWIT_JOBS:-$(nproc)}"

if [[ -z ${GODWIT_URL:-} ]]; then
  rm -f build/shop.db build/shop.db-*
  export GODWIT_URL=sqlite:build/shop.db
fi

shop() {
  printf '\n$ shop %s\n' "$*"
  build/bin/shop "$@"
}

shop plan
shop up
shop status
shop rollback
shop up
shop serve
