#!/bin/bash
# stop.sh RUNDIR: ends the servers that start.sh started with this RUNDIR and removes their data.
# Harmless when repeated. RUNDIR itself stays, with the servers' logs.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

run=${1:?usage: stop.sh RUNDIR}
[[ -e $run/data ]] || exit 0
data=$(<"$run/data")

# A process id may have been given to another program since; only a process whose command line
# names this run's data is ours.
is_ours() {
  [[ -r /proc/$1/cmdline ]] && tr '\0' '\n' <"/proc/$1/cmdline" | grep -qF "$data/"
}

signal_all() {
  local file pid kind signal
  for file in "$run"/pids/*; do
    [[ -e $file ]] || continue
    pid=$(<"$file")
    kind=$(server_kind "${file##*/}")
    # PostgreSQL knows an immediate shutdown.
    [[ $kind == postgresql ]] && signal=QUIT || signal=TERM
    if is_ours "$pid"; then
      kill -s "${1:-$signal}" "$pid" 2>/dev/null || true
    fi
  done
}

any_left() {
  local file
  for file in "$run"/pids/*; do
    [[ -e $file ]] && is_ours "$(<"$file")" && return 0
  done
  return 1
}

signal_all
deadline=$((SECONDS + 15))
while any_left && ((SECONDS < deadline)); do sleep 0.05; done
signal_all KILL
while any_left && ((SECONDS < deadline + 5)); do sleep 0.05; done
rm -rf "$data" "$run"/{pids,started,data,servers.txt}
