#!/bin/bash
# How well the search finds, printed as a table (see SearchQuality.java). Needs a built tree (./mvnw package).
#
#   src/bench/search-quality.sh [FOLDER-OF-STACKFAQ]      default ../shared/data/stackfaq; without it only the demonstration shop is asked
set -euo pipefail
exec "$(dirname "$0")/inside.sh" SearchQuality "${1:-../shared/data/stackfaq}" src/bench/judged-queries.tsv @
