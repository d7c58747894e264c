#!/bin/bash
# How long it takes until a change of the catalogue is seen (see ChangeSeen.java), on the shop of SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD
# with the data in FOLDER; nothing else may run on that folder. Needs a built tree (./mvnw package).
#
#   src/bench/change-seen.sh FOLDER
set -euo pipefail
exec "$(dirname "$0")/inside.sh" ChangeSeen "${1:?usage: change-seen.sh FOLDER}"
