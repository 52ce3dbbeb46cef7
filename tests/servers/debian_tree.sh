# Unpacks packages of any Debian suite, with everything that they depend on down to libc, into a
# directory of their own. No root is needed and the machine's own packages are neither used nor
# touched. Sourced by mysql.sh and mariadb.sh.
# shellcheck shell=bash
# shellcheck disable=SC2034  # `program` is for the scripts that source this file

# The mirror this machine already uses, so that nothing needs to be configured.
debian_mirror() {
  local mirror=${GODWIT_DEBIAN_MIRROR:-}
  [[ -n $mirror ]] || mirror=$(
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null |
      grep -E '^(deb |URIs:)' | grep -oE '[a-z+]+:/[^] ]+' | grep -v security | sed -n 1p
  ) || true
  [[ -n $mirror ]] || die "no Debian mirror found in /etc/apt (GODWIT_DEBIAN_MIRROR names one)"
  printf '%s' "$mirror"
}

# A private apt: an empty package database makes apt list every dependency, and only the network
# settings are taken from the machine's apt, because its hooks may need root.
write_apt_configuration() {
  local suite=$1 apt=$2 mirror keys=/usr/share/keyrings/debian-archive-keyring.gpg
  mirror=$(debian_mirror)
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,preferences.d}
  : >"$apt/status"
  echo "deb [signed-by=$keys] $mirror $suite main" >"$apt/sources.list"
  apt-config dump Acquire >"$apt/apt.conf"
  # Check-Valid-Until: mirrors may carry a frozen sid, whose index is past its date. The signature
  # is still checked.
  cat >>"$apt/apt.conf" <<CONFIGURATION
Dir::Etc::main "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "$apt/preferences.d";
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Debug::NoLocking "true";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
APT::Update::Error-Mode "any";
Acquire::Retries "3";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
CONFIGURATION
}

# debian_tree SUITE TREE PACKAGE...
debian_tree() {
  local suite=$1 tree=$2 apt=$2.apt package directory
  shift 2
  write_apt_configuration "$suite" "$apt"
  local -x APT_CONFIG=$apt/apt.conf DEBIAN_FRONTEND=noninteractive
  timeout 300 apt-get update -q || die "the package index of Debian $suite cannot be had"
  timeout 600 apt-get install -y -q --download-only "$@" || die "Debian $suite does not serve: $*"

  # The links of a merged /usr come first, so that every package lands on the same side of them.
  mkdir -p "$tree"/usr/{bin,sbin,lib,lib64}
  for directory in bin sbin lib lib64; do ln -s "usr/$directory" "$tree/$directory"; done
  for package in "$apt"/cache/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" |
      tar -x -C "$tree" --keep-directory-symlink --no-same-owner --exclude=./usr/share/doc \
        --exclude=./usr/share/man --exclude=./usr/share/locale
  done
  rm -rf "$apt"
}

# Sets the array `program` to the command that runs TREE/usr/sbin/NAME with the tree's own loader
# and libraries, since the machine's libc may be older than the tree's.
set_tree_program() {
  local libraries=$1/usr/lib/x86_64-linux-gnu
  program=(
    "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries:$1/usr/lib/mysql/private"
    "$1/usr/sbin/$2"
  )
}
