#!/bin/bash
# How fast public pages are answered as HTML (home, category, product, search) at 8 connections, beside bare Tomcat answering
# 30 kB in the same run, on a running Regulars (with the imported shop: see src/docs/benchmarks.md).
#
#   src/bench/public-pages.sh http://127.0.0.1:8080 [SECONDS]      needs wrk, curl, python3; after ./mvnw package
#
# Every page is asked for by many different addresses, so that the cache of complete answers helps as little as it does in
# life. No question to the search is asked twice: what wrk measures there is never answered from the cache.
set -euo pipefail
cd "$(dirname "$0")/../.."
base=${1:?usage: public-pages.sh URL [SECONDS]}
seconds=${2:-15}
work=$(mktemp -d)
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
floor=
trap '[ -z "$floor" ] || kill $floor 2>/dev/null || :; rm -rf "$work"' EXIT

python3 - "$base" "$work" <<'PY'
import re, sys, random, urllib.request, urllib.parse, html
base, work = sys.argv[1:]
get = lambda p: urllib.request.urlopen(base + p).read().decode()
sitemap = get("/sitemap.xml")
for part in re.findall(r"<loc>([^<]*sitemap[^<]*)</loc>", sitemap):
    sitemap += get(urllib.parse.urlparse(html.unescape(part)).path)
paths = sorted({urllib.parse.urlparse(html.unescape(u)).path for u in re.findall(r"<loc>([^<]*)</loc>", sitemap)})
products = [p for p in paths if p.startswith("/p/")]
categories = [p for p in paths if p.startswith("/c/")]
random.seed(1)
random.shuffle(products)
words = sorted({w for p in products for w in p[3:].split("-") if len(w) > 2 and not w.isdigit()})
titles = []
for p in products[:400]:
    m = re.search(r"<h1[^>]*>(.*?)</h1>", get(p), re.S)
    if m: titles.append(re.findall(r"[a-z]{3,}", re.sub("<[^>]*>", "", html.unescape(m[1])).lower()))
words = sorted({w for t in titles for w in t}) or words
pairs = [(a, b) for a in words for b in words if a != b]
random.shuffle(pairs)
def mistyped(word):
    at = random.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]
ask = lambda these: "/search?q=" + urllib.parse.quote(" ".join(these))
queries = [ask(pair) for pair in pairs[:200000]]
typos = list(dict.fromkeys(ask((a, mistyped(b))) for a, b in pairs if len(b) > 4))[:100000]
pages = ["%s?page=%d" % (c, n) for c in categories for n in range(1, 40)]
for name, list_ in (("home", ["/"]), ("category", pages), ("product", products), ("search", queries), ("typos", typos)):
    open(f"{work}/{name}", "w").write("\n".join(list_) + "\n")
print(f"{len(products)} products, {len(categories)} categories, {len(words)} words")
PY

# no session, no cookie
for page in / "$(head -1 "$work/category")" "$(head -1 "$work/product")" "$(head -1 "$work/search")"; do
  ! curl -sI "$base$page" | grep -qi '^set-cookie' || { echo "public-pages.sh: $page sets a cookie" >&2; exit 1; }
done

classes="$work/classes"
mkdir -p "$work/jar" "$classes"
(cd "$work/jar" && jar -xf "$OLDPWD"/target/regulars-*.jar BOOT-INF/lib)
java -cp "$work/jar/BOOT-INF/lib/*" src/bench/BareTomcat.java 18999 >/dev/null 2>&1 &
floor=$!
until curl -fs -o /dev/null http://127.0.0.1:18999/; do sleep 0.2; done

run() { # name url paths
  PATHS=$3 SKIP=${4:-0} wrk -t2 -c8 -d"${seconds}s" --latency -s src/bench/paths.lua "$2" >"$work/out" 2>&1
  awk -v name="$1" -v ratio_to="${floor_rate-}" '
    function ms(v) { return v ~ /us$/ ? v / 1000 : v ~ /ms$/ ? v + 0 : v * 1000 }
    /50%/ { p50 = ms($2) } /99%/ { p99 = ms($2) } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "| %s | %.2f ms | %.2f ms | %d | %s |%s\n", name, p50, p99, rate, ratio_to == "" ? "1" : sprintf("%.2f", rate / ratio_to), bad ? " errors: " bad : "" }' "$work/out"
}

echo "/" >"$work/floor"
echo "| page | p50 | p99 | a second | of the floor |"
echo "| --- | --- | --- | --- | --- |"
PATHS="$work/floor" wrk -t2 -c8 -d5s -s src/bench/paths.lua http://127.0.0.1:18999 >/dev/null
run "bare Tomcat, 30 kB" http://127.0.0.1:18999 "$work/floor"
floor_rate=$(awk '/Requests\/sec/ { print $2 }' "$work/out")
for page in home category product; do
  PATHS="$work/$page" wrk -t2 -c8 -d5s -s src/bench/paths.lua "$base" >/dev/null
  run "$page" "$base" "$work/$page"
done
# the compiler needs some ten thousand questions; then others, three times
PATHS="$work/search" wrk -t2 -c8 -d20s -s src/bench/paths.lua "$base" >/dev/null
for pass in 1 2 3; do run "search, new questions, pass $pass" "$base" "$work/search" $((pass * 25000)); done
PATHS="$work/typos" wrk -t2 -c8 -d5s -s src/bench/paths.lua "$base" >/dev/null
run "search, one of two words mistyped" "$base" "$work/typos" 25000
echo "load: $(cat /proc/loadavg)"
