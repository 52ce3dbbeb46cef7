# MariaDB: the server package of a Debian release. Sourced by fetch.sh and start_one.sh.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # variables shared with the sourcing script

# shellcheck source-path=SCRIPTDIR source=debian_tree.sh
source "$servers_dir/debian_tree.sh"

mariadb_download() { debian_tree "$1" "$2" mariadb-server-core; }

mariadb_set_program() { set_tree_program "$1" mariadbd; }

mariadb_set_options() {
  local tree=$1 data=$2 share=$1/usr/share/mysql
  [[ -e $tree/usr/share/mariadb/english ]] && share=$tree/usr/share/mariadb # the name since 11.x
  options=(
    --no-defaults --basedir="$tree/usr" --datadir="$data"
    --lc-messages-dir="$share" --character-sets-dir="$share/charsets"
    --skip-log-bin --performance-schema=OFF --skip-name-resolve --character-set-server=utf8mb4
    --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --innodb-doublewrite=OFF
    --innodb-use-native-aio=OFF --innodb-log-file-size=16M --innodb-buffer-pool-size=64M
  )
}

# What mariadb-install-db does, but that script starts mariadbd with the machine's loader. In
# bootstrap mode every line is one statement, and accounts exist only after FLUSH PRIVILEGES.
mariadb_bootstrap_sql() {
  local share=$1
  printf '%s\n' 'CREATE DATABASE mysql;' 'USE mysql;' 'SET @auth_root_socket=NULL;'
  local part
  for part in system_tables performance_tables system_tables_data; do
    cat "$share"/m*_"$part".sql
  done
  cat "$share/maria_add_gis_sp_bootstrap.sql" "$share"/m*_sys_schema.sql
  cat <<'SQL'
FLUSH PRIVILEGES;
CREATE USER 'godwit'@'127.0.0.1' IDENTIFIED BY 'pw';
GRANT ALL ON *.* TO 'godwit'@'127.0.0.1' WITH GRANT OPTION;
CREATE USER 'godwit'@'localhost' IDENTIFIED BY 'pw';
GRANT ALL ON *.* TO 'godwit'@'localhost' WITH GRANT OPTION;
CREATE DATABASE godwit_test;
SQL
}

mariadb_initialise() {
  local tree=$1 data=$2 program options share
  mariadb_set_program "$tree"
  mariadb_set_options "$tree" "$data"
  share=$(dirname "$(find "$tree/usr/share" -name maria_add_gis_sp_bootstrap.sql)")
  mariadb_bootstrap_sql "$share" |
    "${as_server_user[@]}" "${program[@]}" "${options[@]}" --bootstrap --enforce-storage-engine=
}

mariadb_set_command() {
  local tree=$1 data=$2 port=$3 program options
  mariadb_set_program "$tree"
  mariadb_set_options "$tree" "$data"
  command=(
    "${program[@]}" "${options[@]}" --bind-address=127.0.0.1 --port="$port" --max-connections=300
    --socket="$data.socket" --pid-file="$data.pid" --tmpdir="$data"
  )
}

mariadb_is_ready() {
  grep -q 'ready for connections' "$2"
}
