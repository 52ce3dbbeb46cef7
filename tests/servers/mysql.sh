# MySQL: the server package of Debian sid. Sourced by fetch.sh and start_one.sh.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # variables shared with the sourcing script

# shellcheck source-path=SCRIPTDIR source=debian_tree.sh
source "$servers_dir/debian_tree.sh"

mysql_download() { debian_tree "$1" "$2" mysql-server-core; }

mysql_set_program() { set_tree_program "$1" mysqld; }

# secure-file-priv: Debian's default directory does not exist in a tree, and mysqld ends without it.
# innodb-redo-log-capacity: below 32M initialising crawls.
mysql_set_options() {
  local tree=$1 data=$2
  options=(
    --no-defaults --basedir="$tree/usr" --datadir="$data"
    --lc-messages-dir="$tree/usr/share/mysql" --secure-file-priv=NULL
    --skip-log-bin --performance-schema=OFF --loose-mysqlx=OFF --skip-name-resolve
    --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=fsync --innodb-doublewrite=OFF
    --innodb-use-native-aio=OFF --innodb-redo-log-capacity=32M --innodb-buffer-pool-size=64M
    --innodb-extend-and-initialize=OFF
  )
}

mysql_initialise() {
  local tree=$1 data=$2 program options
  mysql_set_program "$tree"
  mysql_set_options "$tree" "$data"
  cat >"$data.sql" <<'SQL'
CREATE USER 'godwit'@'127.0.0.1' IDENTIFIED BY 'pw';
GRANT ALL ON *.* TO 'godwit'@'127.0.0.1' WITH GRANT OPTION;
CREATE USER 'godwit'@'localhost' IDENTIFIED BY 'pw';
GRANT ALL ON *.* TO 'godwit'@'localhost' WITH GRANT OPTION;
CREATE DATABASE godwit_test;
SQL
  "${as_server_user[@]}" "${program[@]}" "${options[@]}" \
    --initialize-insecure --init-file="$data.sql"
  rm "$data.sql" "$data/auto.cnf"
}

mysql_set_command() {
  local tree=$1 data=$2 port=$3 program options
  mysql_set_program "$tree"
  mysql_set_options "$tree" "$data"
  command=(
    "${program[@]}" "${options[@]}" --bind-address=127.0.0.1 --port="$port" --max-connections=300
    --socket="$data.socket" --pid-file="$data.pid"
  )
}

mysql_is_ready() {
  grep -q 'ready for connections' "$2"
}
