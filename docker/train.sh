#!/bin/bash
# Makes regulars.aot in the folder that holds regulars.jar and lib/: the classes that a start and a first page need,
# already loaded and linked. Regulars is started for that on an embedded database, asked for its pages, and stopped.
# Image and src/bench/start-up.sh both use this.
set -euo pipefail
port=${1:-8080}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java @jvm.options -XX:AOTCacheOutput=regulars.aot -jar regulars.jar --server.port="$port" --regulars.demo=false \
  --regulars.data="$work" --spring.datasource.url="jdbc:h2:mem:training;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE" &
regulars=$!
until bash healthy.sh "$port" 2>/dev/null; do
  kill -0 $regulars 2>/dev/null || { echo "train.sh: Regulars did not start" >&2; exit 1; }
  sleep 0.2
done
for page in / /search?q=coffee /help /forum /login; do
  bash healthy.sh "$port" "$page" || echo "train.sh: $page was not answered with 200" >&2
done
kill -TERM $regulars
wait $regulars || true # 143: ended by the signal
[ -s regulars.aot ] || { echo "train.sh: no cache was written" >&2; exit 1; }
