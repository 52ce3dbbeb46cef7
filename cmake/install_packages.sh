#!/bin/bash
# install_packages.sh SET...: installs the Debian packages that godwit needs and this machine lacks.
#   build   the compiler, CMake and the libraries to build godwit and its examples
#   test    what the tests need beyond that
# With everything there it does nothing and needs no privilege. Otherwise it becomes root through
# sudo, and prints each privileged command before running it.
set -euo pipefail

build_packages=(
  g++ cmake ninja-build pkg-config
  libpqxx-dev libpq-dev libsoci-dev libmariadb-dev libsqlite3-dev
  nlohmann-json3-dev libfmt-dev libcli11-dev libssl-dev
)
test_packages=(libgtest-dev libgmock-dev clang clang-format libclang-rt-dev)

# Boost.Describe came with Boost 1.77. Debian 12's default is older and conflicts with the newer
# one beside it.
boost_is_new_enough() {
  local version
  version=$(
    sed -n 's/^#define BOOST_VERSION \([0-9]*\)$/\1/p' /usr/include/boost/version.hpp 2>/dev/null
  ) || true
  ((${version:-0} >= 107700))
}

packages=()
for set in "$@"; do
  case $set in
    build)
      packages+=("${build_packages[@]}")
      boost_is_new_enough || packages+=(libboost1.81-dev)
      ;;
    test)
      packages+=("${test_packages[@]}")
      # The PostgreSQL servers of the tests come from npm. An npm from elsewhere serves as well,
      # and conflicts with Debian's.
      command -v npm >/dev/null || packages+=(npm)
      ;;
    *)
      echo "unknown package set: $set" >&2
      exit 2
      ;;
  esac
done

is_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null) == installed* ]]
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This system has no apt. What these Debian packages hold must be there:" >&2
  echo "  ${packages[*]}" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done
if [[ ${#missing[@]} == 0 ]]; then
  echo "All Debian packages are there."
  exit 0
fi

# --no-remove: a package of yours that is in the way stays, and apt tells which one it is.
wait=(-o DPkg::Lock::Timeout=300)
install=(apt-get install -y -q "${wait[@]}" --no-install-recommends --no-remove "${missing[@]}")
update=(apt-get update -q "${wait[@]}")

# sudo does not pass the environment on, hence env.
as_root=(env DEBIAN_FRONTEND=noninteractive)
if [[ $EUID != 0 ]]; then
  if ! command -v sudo >/dev/null; then
    printf '%s\n' 'Packages are missing, and there is neither root nor sudo here. As root, run:' \
      "  ${update[*]}" "  ${install[*]}" >&2
    exit 1
  fi
  as_root=(sudo "${as_root[@]}")
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
run_as_root() {
  echo "+ ${as_root[*]} $*"
  if ! "${as_root[@]}" "$@" </dev/null >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    return 1
  fi
}

run_as_root "${update[@]}" || echo "The package lists are not up to date; trying with them." >&2
if ! run_as_root "${install[@]}"; then
  echo "apt could not install the packages; its words are above." >&2
  exit 1
fi
