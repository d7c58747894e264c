#!/bin/bash
# Makes regulars.aot in the folder that holds regulars.jar and lib/: the classes that a start and the first pages of a shop with
# products need, already loaded and linked. Regulars is started twice for that: the first start fills a shop with the
# demonstration, the second is recorded, asked for its pages, and stopped. Image and src/bench/start-up.sh both use this.
#
#   train.sh [PORT]      on an embedded database; or on an empty one given by SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD,
#                        so that its driver is in the cache as well
set -euo pipefail
port=${1:-8080}
work=$(mktemp -d)
regulars=
trap '[ -z "$regulars" ] || kill -9 $regulars 2>/dev/null || :; rm -rf "$work"' EXIT
export SPRING_DATASOURCE_URL=${SPRING_DATASOURCE_URL:-"jdbc:h2:file:$work/training;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"}

run() { # the options of the JVM, --, the arguments of Regulars
  local options=()
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  java @jvm.options "${options[@]}" -jar regulars.jar --server.port="$port" --regulars.data="$work" "$@" &
  regulars=$!
  until bash healthy.sh "$port" 2>/dev/null; do
    kill -0 $regulars 2>/dev/null || { echo "train.sh: Regulars did not start" >&2; exit 1; }
    sleep 0.2
  done
}
stop() {
  kill -TERM $regulars
  wait $regulars || true # 143: ended by the signal
  regulars=
}

run -- --regulars.demo=true
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /search HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
found=$(cat <&3)
exec 3>&-
[[ $found =~ href=\"(/p/[a-z0-9-]+) ]] && product=${BASH_REMATCH[1]} || product=
[[ $found =~ href=\"(/c/[a-z0-9-]+) ]] && category=${BASH_REMATCH[1]} || category=
stop

# a customer of the demonstration signs in, as the form does it
sign_in() {
  local page cookie token body csrf='<meta name="_csrf" content="([^"]+)"'
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET /login HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\n\r\n' >&3
  page=$(cat <&3)
  exec 3>&-
  [[ $page =~ JSESSIONID=([^;[:space:]]+) ]] && cookie=${BASH_REMATCH[1]} || return
  [[ $page =~ $csrf ]] || return
  token=${BASH_REMATCH[1]}
  body="username=maren%40quietoar.example&password=harbourline&remember-me=on&_csrf=$token"
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'POST /login HTTP/1.0\r\nHost: localhost\r\nCookie: JSESSIONID=%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s' \
    "$cookie" "${#body}" "$body" >&3
  page=$(cat <&3)
  exec 3>&-
  [[ $page == *"/my"* ]]
}

run -XX:AOTCacheOutput=regulars.aot -- --regulars.demo=false
for page in / $category $product "/search?q=coffee+black" /help /forum /login; do
  bash healthy.sh "$port" "$page" || echo "train.sh: $page was not answered with 200" >&2
done
sign_in || echo "train.sh: nobody could sign in" >&2
stop
[ -s regulars.aot ] || { echo "train.sh: no cache was written" >&2; exit 1; }
