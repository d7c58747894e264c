#!/bin/bash
# A real MySQL on Debian without root, Docker or an installation: Debian's own packages, unpacked into a cache.
#
#   mysql-debian.sh prepare               fetches and unpacks MySQL unless that was done before; prints its version
#   mysql-debian.sh serve DATA PORT       runs it on 127.0.0.1:PORT, data in DATA (made where missing), until Ctrl+C
#   mysql-debian.sh lend DATA PORT        the same for tests: as fast as possible, nothing is safe, and when standard
#                                         input ends the server is killed and DATA deleted
#
# User and password are regulars, who may do everything. The cache is ~/.cache/regulars/mysql (XDG_CACHE_HOME is
# heeded); delete it to get the MySQL that Debian has today. No file name or version is pinned.
set -euo pipefail

suite=sid # the only suite of Debian that carries MySQL
cache=${XDG_CACHE_HOME:-$HOME/.cache}/regulars/mysql
root=$cache/root
empty=$cache/empty
guard=(env)

fail() {
  echo "mysql-debian.sh: $*" >&2
  exit 1
}

# the mirror that this machine already uses
mirror() {
  local uri
  uri=$(sed -n 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
  [ -n "$uri" ] || uri=$(sed -n 's/^deb[[:space:]]\+\(\[[^]]*\][[:space:]]*\)\?\([^[:space:]]*\).*/\2/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | grep '/debian/\?$' | head -n 1)
  [ -n "$uri" ] || fail "no Debian mirror found in /etc/apt"
  echo "$uri"
}

# apt with a private state, as if nothing were installed: so the packages come with every library they need
private_apt() {
  local state=$1
  shift
  apt-get -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State="$state" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" \
    -o APT::Install-Recommends=false -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none \
    -o Acquire::Retries=3 -o Debug::NoLocking=1 "$@"
}

# its steps are joined by hand: "set -e" does not hold inside a command whose failure is handled
unpack() {
  local work=$1 uri package
  uri=$(mirror) || return
  mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/root" &&
    : >"$work/apt/status" &&
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $suite main" >"$work/apt/sources.list" &&
    private_apt "$work/apt" update &&
    private_apt "$work/apt" --yes --download-only install mysql-server-core >/dev/null || return
  for package in "$work"/apt/cache/archives/*.deb; do
    case ${package##*/} in
    perl* | libperl*) ;; # only for MySQL's side tools
    *) dpkg-deb --extract "$package" "$work/root" || return ;;
    esac
  done
  [ -x "$work/root/usr/sbin/mysqld" ] && rm -rf "$work/apt"
}

# with its own C library, since Debian's suites differ in theirs
mysqld() {
  local base=$1 libraries
  shift
  libraries=$(echo "$base"/usr/lib/*-linux-gnu*)
  set -- "$base/usr/sbin/mysqld" --no-defaults --basedir="$base/usr" --plugin-dir="$base/usr/lib/mysql/plugin" \
    --lc-messages-dir="$base/usr/share/mysql" --character-sets-dir="$base/usr/share/mysql/charsets" --secure-file-priv= "$@"
  [ "$(id -u)" != 0 ] || set -- "$@" --user=root
  exec "${guard[@]}" "$libraries"/ld-linux-*.so.* --library-path "$libraries" "$@"
}

prepare() {
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9 # several builds may want it at once; the others wait and find it done
  if [ ! -d "$root" ]; then
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "this is not a Debian"
    echo "Fetching MySQL from Debian's packages, once, into $cache" >&2
    rm -rf "$cache/new"
    unpack "$cache/new" || fail "MySQL could not be fetched from Debian's packages; is the network there?"
    mv "$cache/new/root" "$root"
    rm -rf "$cache/new" "$empty"
  fi
  if [ ! -d "$empty" ]; then
    rm -rf "$empty.new"
    echo "CREATE USER 'regulars'@'%' IDENTIFIED BY 'regulars'; GRANT ALL ON *.* TO 'regulars'@'%' WITH GRANT OPTION;" >"$cache/init.sql"
    (mysqld "$root" --initialize-insecure --datadir="$empty.new" --init-file="$cache/init.sql" \
      --innodb-redo-log-capacity=8M) >"$cache/initialize.log" 2>&1 ||
      fail "MySQL could not make a data folder: see $cache/initialize.log"
    mv "$empty.new" "$empty"
  fi
  flock -u 9
  exec 9>&-
}

copy_empty() {
  [ -d "$1" ] || { mkdir -p "$(dirname "$1")" && cp -r --reflink=auto "$empty" "$1"; }
}

common=(--bind-address=127.0.0.1 --skip-name-resolve --mysqlx=OFF --performance-schema=OFF --max-connections=1000
  --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci)

case ${1-} in
prepare)
  prepare
  (mysqld "$root" --version) | sed 's/^.*Ver \([^ ]*\).*/MySQL \1/'
  ;;
serve)
  prepare
  copy_empty "$2"
  mysqld "$root" --datadir="$2" --socket="$2/mysqld.sock" --port="$3" "${common[@]}" "${@:4}"
  ;;
lend)
  prepare
  copy_empty "$2"
  guard=(setpriv --pdeathsig KILL) # should this script be killed itself, the server goes with it
  (
    mysqld "$root" --datadir="$2" --socket="$2/mysqld.sock" --port="$3" "${common[@]}" --innodb-buffer-pool-size=128M \
      --innodb-redo-log-capacity=256M --skip-log-bin --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=OFF "${@:4}"
  ) </dev/null &
  server=$!
  data=$2
  trap 'kill -9 $server 2>/dev/null || :; wait $server 2>/dev/null || :; rm -rf "$data"' EXIT
  trap '' INT
  # ends with whoever lends (the pipe closes), or at once when the server cannot start
  while kill -0 $server 2>/dev/null; do
    status=0
    read -r -t 1 _ || status=$?
    [ $status -eq 0 ] || [ $status -gt 128 ] || exit 0
  done
  wait $server || fail "MySQL ended by itself"
  ;;
*)
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
  exit 2
  ;;
esac
