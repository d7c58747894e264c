#!/bin/bash
# Whether the Nu HTML checker finds an error in any public page of a running shop, in both languages, as everybody gets it without a session.
#
#   src/bench/html-check.sh http://127.0.0.1:8080      needs npm, curl, python3 and Java
#
# Pages: everything the site map names, and what it does not (results, filters, comparison, unknown addresses).
set -euo pipefail
cd "$(dirname "$0")/../.."
base=${1:?usage: html-check.sh URL}
tools=${XDG_CACHE_HOME:-$HOME/.cache}/regulars/tools
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f "$tools/node_modules/vnu-jar/build/dist/vnu.jar" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --silent lighthouse@13 vnu-jar@26 >&2
python3 - "$base" "$work" <<'PY'
import html, re, sys, urllib.error, urllib.parse, urllib.request
base, work = sys.argv[1:]

def get(path):
    try:
        return urllib.request.urlopen(base + path).read().decode()
    except urllib.error.HTTPError as answered:
        return answered.read().decode()

seen, maps = set(), ["/sitemap.xml"]
for name in maps:
    for address in re.findall(r"<loc>([^<]*)</loc>", get(name)):
        path = urllib.parse.urlparse(html.unescape(address)).path
        if not path.endswith(".xml"):
            seen.add(path)
        elif path not in maps:
            maps.append(path)
products = sorted(path for path in seen if path.startswith("/p/"))
categories = sorted(path for path in seen if path.startswith("/c/"))
more = ["/", "/search", "/search?q=coffee", "/search?q=cofee+grindr", "/search?q=how+do+I+clean+a+kettle%3F", "/search?q=%22%3E%3Cb%3Ezzzzqqq", "/search?price=0-20&sort=price",
        "/help", "/help?q=parcel", "/forum", "/forum/new", "/track", "/newsletter", "/privacy", "/compare", "/nothing/here", "/p/nothing-here", "/c/nothing-here",
        "/compare?products=" + ",".join(path[3:] for path in products[:3])]
more += [path + "?sort=price&stock=1" for path in categories[:2]]
for path in sorted(seen) + more:
    for lang in ("en", "fr"):
        name = re.sub(r"[^a-z0-9]+", "_", path)[:120] + "." + lang + ".html"
        open(f"{work}/{name}", "w").write(get(path + ("&" if "?" in path else "?") + "lang=" + lang))
PY
echo "$(ls "$work" | wc -l) pages of $(ls "$work" | sed 's/\.[a-z]*\.html$//' | sort -u | wc -l) addresses"
java -Xss4m -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only --format gnu "$work"/*.html >"$work/found" 2>&1 || :
sed -E 's/^[^ ]* //; s/“[^”]*[0-9]{2}[^”]*”/“…”/g' "$work/found" | sort | uniq -c | sort -rn | head -n 40
[ ! -s "$work/found" ] && echo "no error" || { sed "s|.*$work/||" "$work/found" | head -n 10; exit 1; }
