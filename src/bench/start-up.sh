#!/bin/bash
# How long Regulars takes from its start to its first answered page, laid out as in the image (extracted, with an AOT
# cache), on MySQL.
#
#   src/bench/start-up.sh [RUNS]     after ./mvnw package
#
# Database: REGULARS_DB_URL, REGULARS_DB_USER, REGULARS_DB_PASSWORD; without them, on Debian, an empty MySQL of its own.
# Data folder: REGULARS_DATA (the search index); without it a new one. PAGE is the page asked for (/).
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-5}
page=${PAGE:-/}
port=${PORT:-8089}
work=$(mktemp -d)
mkfifo "$work/never"
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
regulars=
trap '[ -z "$regulars" ] || kill -9 $regulars 2>/dev/null || :; exec 8>&- || :; rm -rf "$work"' EXIT

jar=$(ls target/regulars-*.jar 2>/dev/null | head -n 1) || true
[ -f "$jar" ] || { echo "start-up.sh: no jar in target: call ./mvnw package first" >&2; exit 1; }

if [ -z "${REGULARS_DB_URL-}" ]; then
  mysql_port=${MYSQL_PORT:-3388}
  mkfifo "$work/lent"
  src/test/mysql/mysql-debian.sh lend "$work/mysql" "$mysql_port" <"$work/lent" >"$work/mysql.log" 2>&1 &
  exec 8>"$work/lent" # the server lives as long as this end is open
  until grep -q "ready for connections" "$work/mysql.log" 2>/dev/null; do
    kill -0 $! 2>/dev/null || { cat "$work/mysql.log" >&2; exit 1; }
    sleep 0.2
  done
  REGULARS_DB_URL="jdbc:mysql://127.0.0.1:$mysql_port/regulars?createDatabaseIfNotExist=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
  REGULARS_DB_USER=regulars
  REGULARS_DB_PASSWORD=regulars
fi
export SPRING_DATASOURCE_URL=$REGULARS_DB_URL SPRING_DATASOURCE_USERNAME=${REGULARS_DB_USER-} SPRING_DATASOURCE_PASSWORD=${REGULARS_DB_PASSWORD-}

# the same steps as in docker/Dockerfile
java -Djarmode=tools -jar "$jar" extract --layers --destination "$work/layers"
mkdir "$work/app"
for layer in dependencies spring-boot-loader snapshot-dependencies application; do
  [ ! -d "$work/layers/$layer" ] || cp -r "$work/layers/$layer/." "$work/app/"
done
mv "$work"/app/regulars-*.jar "$work/app/regulars.jar"
cp docker/jvm.options docker/train.sh docker/healthy.sh "$work/app/"
for layer in dependencies spring-boot-loader snapshot-dependencies application; do
  du -sh "$work/layers/$layer" 2>/dev/null | sed "s|$work/layers/|layer |" || :
done
(cd "$work/app" && env -u SPRING_DATASOURCE_URL -u SPRING_DATASOURCE_USERNAME -u SPRING_DATASOURCE_PASSWORD \
  bash train.sh "$port" >"$work/training.log" 2>&1) || { tail -n 40 "$work/training.log"; exit 1; }
grep 'train.sh:' "$work/training.log" || :
du -sh "$work/app/regulars.aot" | sed "s|$work/app/|AOT cache |"

# leaves in $seconds how long it took from the start to the first 200
first_page() {
  local begin end
  begin=$(date +%s%N)
  (cd "$work/app" && exec java @jvm.options "$@" -jar regulars.jar --server.port="$port" \
    --regulars.data="${REGULARS_DATA:-$work/data}" --regulars.demo=false) >"$work/run.log" 2>&1 &
  regulars=$!
  # the wait for the port starts no process: on two cores the asking itself would cost a tenth of the start
  until { exec 9<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do
    kill -0 $regulars 2>/dev/null || { tail -n 40 "$work/run.log" >&2; exit 1; }
    read -rt 0.02 <>"$work/never" || :
  done
  exec 9>&-
  until bash docker/healthy.sh "$port" "$page" 2>/dev/null; do
    kill -0 $regulars 2>/dev/null || { tail -n 40 "$work/run.log" >&2; exit 1; }
    sleep 0.02
  done
  end=$(date +%s%N)
  kill -TERM $regulars
  wait $regulars || :
  seconds=$(awk -v n=$((end - begin)) 'BEGIN { printf "%.2f", n / 1e9 }')
}

first_page # makes the tables and the index
first_page
echo "extracted, without the cache: $seconds s"
times=()
for _ in $(seq "$runs"); do
  first_page -XX:AOTCache=regulars.aot
  times+=("$seconds")
done
printf '%s\n' "${times[@]}" | sort -n | awk '{ t[NR] = $1 }
  END { printf "extracted, with the cache:    median %.2f s, worst %.2f s of %d\n", t[int((NR + 1) / 2)], t[NR], NR }'
