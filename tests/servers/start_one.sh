#!/bin/bash
# start_one.sh NAME RUNDIR DATA: fetches one server where the cache lacks it, starts it on a copy
# of its initialised data below the directory DATA, and writes its line of servers.txt to
# RUNDIR/started/NAME. Called by start.sh.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

name=$1 run=$2 data=$3/$1
log=$run/logs/$name.log
kind=$(server_kind "$name")
tree=$(tree_dir "$name")
template=$(template_dir "$name")
# shellcheck source=/dev/null
source "$servers_dir/$kind.sh"

port_is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Below the range from which the system takes ports for outgoing connections.
choose_port() {
  local candidate
  while true; do
    candidate=$((20000 + RANDOM % 12000))
    if port_is_free "$candidate"; then
      printf '%d' "$candidate"
      return
    fi
  done
}

# In a session of its own, so that Ctrl-C at the terminal stops the tests first and the servers in
# order after them. The process id is written at once: stop.sh must find the server however this
# script ends.
launch() {
  local command
  "${kind}_set_command" "$tree" "$data" "$port"
  setsid "${as_server_user[@]}" "${command[@]}" </dev/null >"$log" 2>&1 &
  pid=$!
  printf '%s\n' "$pid" >"$run/pids/$name"
}

accepts_connections() {
  "${kind}_is_ready" "$data" "$log" && ! port_is_free "$port"
}

wait_until_ready() {
  local deadline=$((SECONDS + 90))
  while ((SECONDS < deadline)); do
    accepts_connections && return 0
    kill -0 "$pid" 2>/dev/null || return 1
    sleep 0.05
  done
  return 1
}

begin=$EPOCHREALTIME
[[ -d $tree && -d $template ]] && cached=true || cached=false
"$servers_dir/fetch.sh" "$name" >&2
$cached && prepared='from the cache' || prepared="prepared in $(seconds_since "$begin") s"

begin=$EPOCHREALTIME
cp -a "$template" "$data"
for ((try = 1; try <= 5; try++)); do
  port=$(choose_port)
  launch
  if wait_until_ready; then
    url=$kind://godwit:pw@127.0.0.1:$port/godwit_test
    printf '%s\t%s\t%s\n' "$name" "$url" "$pid" >"$run/started/$name"
    echo "running on port $port: $prepared, started in $(seconds_since "$begin") s"
    exit 0
  fi
  kill -KILL "$pid" 2>/dev/null || true
  # Another program may have taken the port between the look and the start; nothing else gets
  # better by repeating.
  grep -q 'Address already in use' "$log" || break
done
tail -n 20 "$log" >&2
die "the server does not start; its last words: $(tail -n 1 "$log")"
