#!/bin/bash
# start.sh RUNDIR [--require-all] [--only NAME,NAME]: starts the database servers of the tests and
# writes RUNDIR/servers.txt, one line each, the fields separated by tabs: NAME, URL, process id;
# or NAME, "NOT RUN", reason. stop.sh RUNDIR ends them. All listen on the loopback address only,
# user godwit, password pw, database godwit_test. GODWIT_TEST_POSTGRESQL_URL,
# GODWIT_TEST_MYSQL_URL and GODWIT_TEST_MARIADB_URL add servers of one's own.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

run='' require_all=false
mapfile -t names < <(server_names)
while [[ $# != 0 ]]; do
  case $1 in
    --require-all) require_all=true ;;
    --only) IFS=, read -ra names <<<"${2:?--only needs names}" && shift ;;
    -*) die "unknown option $1" ;;
    *) run=$1 ;;
  esac
  shift
done
[[ -n $run ]] || die "usage: start.sh RUNDIR [--require-all] [--only NAME,NAME]"
for name in "${names[@]}"; do server_source "$name" >/dev/null; done
[[ ! -e $run/pids ]] || die "$run is in use; end it with: $servers_dir/stop.sh $run"
mkdir -p "$run"
run=$(cd "$run" && pwd)
rm -rf "$run"/{logs,servers.txt}
mkdir "$run"/{pids,logs,started}

# Memory makes creating databases several times faster than a disk does; all servers together need
# well below this much.
place_for_data() {
  local wanted_kib=$((2 * 1024 * 1024)) free_kib
  if [[ -w /dev/shm ]]; then
    free_kib=$(df --output=avail -k /dev/shm | tail -n 1)
    if ((free_kib > wanted_kib)); then
      echo /dev/shm
      return
    fi
  fi
  echo "${TMPDIR:-/tmp}"
}

# A short name: the sockets of MySQL and MariaDB lie in it, and a socket's path may have 107 bytes.
data=$(mktemp -d "$(place_for_data)/godwit-XXXXXX")
printf '%s\n' "$data" >"$run/data"
if [[ $EUID == 0 ]]; then chown nobody "$data"; fi
trap '"$servers_dir/stop.sh" "$run"; exit 130' INT TERM HUP

start_one() {
  local name=$1 begin=$EPOCHREALTIME output reason
  if output=$("$servers_dir/start_one.sh" "$name" "$run" "$data" 2>"$run/logs/$name.errors"); then
    printf '  %-14s %6s s  %s\n' "$name" "$(seconds_since "$begin")" "$output"
  else
    reason=$(tail -n 1 "$run/logs/$name.errors" | tr '\t' ' ')
    printf '%s\tNOT RUN\t%s\n' "$name" "$reason" >"$run/started/$name"
    printf 'NOT RUN: %s: %s\n' "$name" "$reason" >&2
  fi
}

# One more at a time than there are processors, because each also waits for the network.
at_once=$((${GODWIT_JOBS:-$(nproc)} + 1))
for name in "${names[@]}"; do
  while (($(jobs -pr | wc -l) >= at_once)); do wait -n || true; done
  start_one "$name" &
done
wait

{
  for name in "${names[@]}"; do cat "$run/started/$name"; done
  for kind in postgresql mysql mariadb; do
    variable=GODWIT_TEST_${kind^^}_URL
    [[ -z ${!variable:-} ]] || printf '%s-own\t%s\t-\n' "$kind" "${!variable}"
  done
} >"$run/servers.txt.new"
mv "$run/servers.txt.new" "$run/servers.txt"

if $require_all && grep -q $'\tNOT RUN\t' "$run/servers.txt"; then
  die "--require-all was given and a server is missing"
fi
