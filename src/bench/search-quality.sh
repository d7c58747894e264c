#!/bin/bash
# How well the search finds, printed as a table (see SearchQuality.java). Needs a built tree (./mvnw package).
#
#   src/bench/search-quality.sh [FOLDER-OF-STACKFAQ]      default ../shared/data/stackfaq; without it only the demonstration shop is asked
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/data/stackfaq}
work=$(mktemp -d)
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/jar"
(cd "$work/jar" && jar -xf "$OLDPWD"/target/regulars-*.jar BOOT-INF META-INF)
classpath="$work/jar/BOOT-INF/classes:$work/jar/BOOT-INF/lib/*"
javac -d "$work/bench" -cp "$classpath" src/bench/SearchQuality.java
java --enable-native-access=ALL-UNNAMED -Dvaadin.productionMode=true -Xmx2g -cp "$work/bench:$classpath" SearchQuality "$data" src/bench/judged-queries.tsv "$work/data"
