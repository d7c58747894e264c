#!/bin/bash
# How fast the search answers in a large shop at 8 connections, beside bare Tomcat and raw Lucene in the same run.
#
#   src/bench/products.py 40000 p.csv.gz words.txt; java -jar target/regulars-*.jar import products p.csv.gz …; then, with Regulars running:
#   src/bench/search-speed.sh http://127.0.0.1:8080 p.csv.gz words.txt [SECONDS]      needs wrk, curl, python3; after ./mvnw package
#
# No question is asked twice, so nothing is answered from the cache of pages; but for "search-zipf", which asks as visitors do: 20,000 different questions, the n-th most frequent
# one n times as rare as the first (Zipf, exponent 1; Spink et al., 2001, found no less for queries to a search engine).
set -euo pipefail
cd "$(dirname "$0")/../.."
base=${1:?usage: search-speed.sh URL PRODUCTS WORDS [SECONDS]}; products=$2; words=$3; seconds=${4:-10}
work=$(mktemp -d)
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
floor=
trap '[ -z "$floor" ] || kill $floor 2>/dev/null || :; rm -rf "$work"' EXIT

python3 - "$work" "$words" "$products" <<'PY'
import gzip, random, sys, urllib.parse
work, words, products = sys.argv[1:]
draw = random.Random(7)
words = open(words).read().split()
q = urllib.parse.quote
pairs = [(a, b) for a in words for b in words if a != b]
draw.shuffle(pairs)
pairs = pairs[:60000]
extra = lambda: draw.randrange(10**6)
open(f"{work}/search", "w").writelines(f"/search?q={q(a + ' ' + b)}\n" for a, b in pairs)
others = [(a, b) for a in words for b in words if a != b]
draw.shuffle(others)
asked = draw.choices(others[60000:80000] or others[:20000], weights=[1 / n for n in range(1, len(others[60000:80000] or others[:20000]) + 1)], k=60000)
open(f"{work}/search-zipf", "w").writelines(f"/search?q={q(a + ' ' + b)}\n" for a, b in asked)
ways = ("how do I clean a {0} that smells of {1}", "which {0} is best for a {1} in winter", "can I return a {0} if the {1} is broken", "what is the right size of a {0} for {1}")
open(f"{work}/questions", "w").writelines("/search?q=" + q(draw.choice(ways).format(a, b) + f" {extra()}?") + "\n" for a, b in pairs)
open(f"{work}/suggest", "w").writelines(f"/search/suggest?lang=en&q={q(a + ' ' + b[:draw.randint(2, max(2, len(b) - 1))])}\n" for a, b in pairs)
open(f"{work}/suggest-start", "w").writelines(f"/search/suggest?lang=en&q={q(a[:draw.randint(2, 4)])}\n" for a, b in pairs)
handles = list(dict.fromkeys(line.split(",")[0] for line in gzip.open(products, "rt")))[1:]
draw.shuffle(handles)
open(f"{work}/product", "w").writelines(f"/p/{h}\n" for h in handles)
PY
slugs=$(curl -fs "$base/" | grep -o 'href="/c/[a-z0-9-]*"' | sort -u | sed 's/href="//; s/"//')
# more addresses than the cache of pages holds
for n in $(seq 1 200); do for c in $slugs; do for s in price price-down name; do echo "$c?sort=$s&page=$n"; done; done; done | shuf --random-source=<(yes) >"$work/category"
colours="slate sea sand clay moss fog ink rust cream black white green blue red grey amber"
for n in $(seq 1 12); do for c in $slugs; do for o in $colours; do for s in price price-down name; do for k in 0 1; do
  echo "$c?with=option%3Acolour%3D$o&page=$n&sort=$s&stock=$k"
done; done; done; done; done | shuf --random-source=<(yes) >"$work/category-with"

mkdir -p "$work/jar"
(cd "$work/jar" && jar -xf "$OLDPWD"/target/regulars-*.jar BOOT-INF/lib)
java -cp "$work/jar/BOOT-INF/lib/*" src/bench/BareTomcat.java 18998 >/dev/null 2>&1 &
floor=$!
until curl -fs -o /dev/null http://127.0.0.1:18998/; do sleep 0.2; done

run() { # name url paths skip
  PATHS=$3 SKIP=${4:-0} wrk -t2 -c8 -d"${seconds}s" --latency -s src/bench/paths.lua "$2" >"$work/out" 2>&1
  awk -v name="$1" '
    function ms(v) { return v ~ /us$/ ? v / 1000 : v ~ /ms$/ ? v + 0 : v * 1000 }
    /50%/ { p50 = ms($2) } /99%/ { p99 = ms($2) } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "| %s | %.2f ms | %.2f ms | %d | %s |\n", name, p50, p99, rate, bad ? "errors: " bad : "" }' "$work/out"
}
echo "/" >"$work/floor"
echo "| what | p50 | p99 | a second | |"
echo "| --- | --- | --- | --- | --- |"
PATHS="$work/floor" wrk -t2 -c8 -d4s -s src/bench/paths.lua http://127.0.0.1:18998 >/dev/null
run "bare Tomcat, 30 kB" http://127.0.0.1:18998 "$work/floor"
kill $floor; floor=
java -cp "$work/jar/BOOT-INF/lib/*" src/bench/RawLucene.java "$products" "$words" 5 2>/dev/null
for page in search search-zipf questions suggest suggest-start category category-with product; do
  PATHS="$work/$page" wrk -t2 -c8 -d"${WARM:-12}s" -s src/bench/paths.lua "$base" >/dev/null
  run "$page" "$base" "$work/$page" 15000
done
echo "load: $(cat /proc/loadavg)"
