#!/bin/bash
# How long it takes until a change of the catalogue is seen (see ChangeSeen.java), on the shop of SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD
# with the data in FOLDER; nothing else may run on that folder. Needs a built tree (./mvnw package).
#
#   src/bench/change-seen.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?usage: change-seen.sh FOLDER}
work=$(mktemp -d)
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/jar"
(cd "$work/jar" && jar -xf "$OLDPWD"/target/regulars-*.jar BOOT-INF META-INF)
classpath="$work/jar/BOOT-INF/classes:$work/jar:$work/jar/BOOT-INF/lib/*"
javac -d "$work/bench" -cp "$classpath" src/bench/ChangeSeen.java
java --enable-native-access=ALL-UNNAMED -Dvaadin.productionMode=true -Xmx2g -cp "$work/bench:$classpath" ChangeSeen "$folder"
