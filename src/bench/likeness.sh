#!/bin/bash
# How often the likeness of routing is right, printed (see LikenessJudged.java). Needs a built tree (./mvnw package).
#
#   src/bench/likeness.sh [FOLDER-OF-BANKING77]      default ../shared/data/banking77
set -euo pipefail
exec "$(dirname "$0")/inside.sh" LikenessJudged "${1:-../shared/data/banking77}" @
