#!/bin/bash
# What Lighthouse says of the public pages of a running demonstration shop, as phones see them (its mobile preset).
#
#   src/bench/lighthouse.sh http://127.0.0.1:8080 [RUNS]      needs node 22 or newer, npm and Chromium (CHROME_PATH)
#
# Fails where a page has less than 90 for performance (the median of the runs), 100 for accessibility and for search engines, 95 for best practices.
# A page of results for a question is kept out of search engines on purpose: there that one check does not count.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .mvn/env.sh
base=${1:?usage: lighthouse.sh URL [RUNS]}
runs=${2:-3}
tools=${XDG_CACHE_HOME:-$HOME/.cache}/regulars/tools
export CHROME_PATH=${CHROME_PATH:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
out=${OUT:-$(mktemp -d)}
[ -z "${OUT-}" ] && trap 'rm -rf "$out"' EXIT
mkdir -p "$out"
[ -x "$tools/node_modules/.bin/lighthouse" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --silent lighthouse@13 vnu-jar@26 >&2

category=$(curl -fs "$base/" | grep -o 'href="/c/[a-z0-9-]*"' | head -n 1 | cut -d'"' -f2)
product=$(curl -fs "$base$category" | grep -o 'href="/p/[a-z0-9-]*' | head -n 1 | cut -d'"' -f2)
worst=0
echo "| page | performance | accessibility | best practices | search engines | first paint | largest | blocked | shift |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
for page in / "$category" "$product" /search "/search?q=coffee" /help; do
  name=$(echo "$page" | tr -c 'a-z0-9\n' _)
  for n in $(seq "$runs"); do
    "$tools/node_modules/.bin/lighthouse" "$base$page" --quiet --output=json --output-path="$out/$name.$n.json" \
      --only-categories=performance,accessibility,best-practices,seo \
      --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run" >/dev/null 2>"$out/$name.$n.log" || { cat "$out/$name.$n.log" >&2; exit 1; }
  done
  node - "$page" "$out/$name".*.json <<'JS' || worst=1
const [page, ...files] = process.argv.slice(2)
const all = files.map(file => JSON.parse(require('fs').readFileSync(file)))
const median = values => values.sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
const least = (name, audits) => Math.min(...all.map(one => {
  const refs = one.categories[name].auditRefs.filter(ref => ref.weight && one.audits[ref.id].score !== null && !audits?.includes(ref.id))
  return audits ? Math.round(100 * refs.reduce((sum, ref) => sum + ref.weight * one.audits[ref.id].score, 0) / refs.reduce((sum, ref) => sum + ref.weight, 0))
    : Math.round(100 * one.categories[name].score)
}))
const kept = page.includes('q=') ? ['is-crawlable'] : undefined
const scores = [median(all.map(one => Math.round(100 * one.categories.performance.score))), least('accessibility'), least('best-practices'), least('seo', kept)]
const ms = id => (median(all.map(one => one.audits[id].numericValue)) / 1000).toFixed(2) + ' s'
const shift = median(all.map(one => one.audits['cumulative-layout-shift'].numericValue)).toFixed(3)
console.log('|', [page, ...scores, ms('first-contentful-paint'), ms('largest-contentful-paint'), ms('total-blocking-time'), shift].join(' | '), '|')
const failed = new Set(all.flatMap(one => ['accessibility', 'best-practices', 'seo'].flatMap(name => one.categories[name].auditRefs
  .filter(ref => ref.weight && one.audits[ref.id].score !== null && one.audits[ref.id].score < 1 && !kept?.includes(ref.id))
  .map(ref => ref.id + ': ' + (one.audits[ref.id].details?.items ?? []).slice(0, 3).map(item => item.node?.snippet ?? item.url ?? item.description ?? '').join(' ~ ')))))
failed.forEach(line => console.error('  ' + page + ' ' + line.slice(0, 600)))
process.exit([90, 100, 95, 100].some((least, i) => scores[i] < least) ? 1 : 0)
JS
done
exit $worst
