#!/bin/bash
# How much slower a large shop answers than a small one: the rows of search-speed.sh for both, one shop after the other, with how many times the median grew.
#
#   src/bench/growth.sh SMALL-URL SMALL-PRODUCTS SMALL-WORDS LARGE-URL LARGE-PRODUCTS LARGE-WORDS [SECONDS]      needs what search-speed.sh needs
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -ge 6 ] || { sed -n 4p "$0"; exit 2; }
small=$(mktemp) large=$(mktemp)
trap 'rm -f "$small" "$large"' EXIT
src/bench/search-speed.sh "$1" "$2" "$3" "${7:-10}" >"$small"
src/bench/search-speed.sh "$4" "$5" "$6" "${7:-10}" >"$large"
echo "| what | small: p50, p99 | large: p50, p99 | times (bar 2) |"
echo "| --- | --- | --- | --- |"
awk -F' *[|] *' 'NR == FNR { p50[$2] = $3; p99[$2] = $4; next }
  $3 ~ / ms$/ && $2 in p50 { printf "| %s | %s, %s | %s, %s | %s |\n", $2, p50[$2], p99[$2], $3, $4, p50[$2] + 0 > 0 ? sprintf("%.1f", ($3 + 0) / (p50[$2] + 0)) : "" }' "$small" "$large"
tail -n 1 "$small"; tail -n 1 "$large"
