#!/bin/bash
# fetch.sh [NAME...]: brings the named database servers (all without names) into the cache: the
# unpacked binaries and an initialised data directory, both ready to be used again and again. What
# is there already costs nothing.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

for kind in postgresql mysql mariadb; do
  # shellcheck source=/dev/null
  source "$servers_dir/$kind.sh"
done

# attempt FUNCTION ARGUMENT...: sets `status`. A function tested by `if` or `||` would run without
# `set -e`; this one does not.
attempt() {
  set +e
  (
    set -e
    "$@"
  )
  status=$?
  set -e
}

download() {
  rm -rf "$work"
  mkdir "$work"
  "${kind}_download" "$source" "$work/tree"
}

# A suite moves on to newer versions, and a server is tested under the name of the version it
# really has. Asking as the server's user also proves that this user can reach the cache.
check_version() {
  local program answer
  "${kind}_set_program" "$work/tree"
  answer=$("${as_server_user[@]}" "${program[@]}" --version) ||
    die "the server cannot be run from $cache"
  [[ $answer == *[\ ]"$version"[.]* ]] || die "not $version, but: ${answer#* }"
}

fetch_tree() {
  local attempts=3 pause=3 try status
  for ((try = 1; try <= attempts; try++)); do
    attempt download
    [[ $status != 0 ]] || break
    [[ $try != "$attempts" ]] || exit "$status"
    sleep "$pause"
  done
  check_version
  mv "$work/tree" "$tree"
}

initialise_template() {
  local status
  rm -rf "$work" "$home"/template-*
  mkdir "$work"
  make_server_dir "$work/template"
  attempt "${kind}_initialise" "$tree" "$work/template"
  [[ $status == 0 ]] || die "the data directory cannot be initialised"
  mv "$work/template" "$template"
}

fetch() {
  name=$1
  kind=$(server_kind "$name")
  version=$(server_version "$name")
  source=$(server_source "$name")
  tree=$(tree_dir "$name")
  template=$(template_dir "$name")
  home=$(dirname "$tree")
  # Everything is made below this name and renamed when it is complete: what an interrupted run
  # leaves is never mistaken for a server. The lock keeps concurrent runs from making the same
  # thing twice.
  work=$home/unfinished
  mkdir -p "$home" || die "the cache directory $cache cannot be written"
  exec {lock}>"$home/lock" || die "the cache directory $cache cannot be written"
  flock "$lock"
  [[ -d $tree ]] || fetch_tree
  [[ -d $template ]] || initialise_template
  rm -rf "$work"
  exec {lock}>&-
}

[[ $(uname -sm) == 'Linux x86_64' ]] || die "server binaries are had for Linux on x86-64 only"
[[ $# != 0 ]] || mapfile -t all < <(server_names)
for argument in "${@:-${all[@]}}"; do
  fetch "$argument"
done
