#!/bin/bash
# Runs a program of this folder inside the built application, with its classes and its sentence model. Needs a built tree (./mvnw package).
#
#   src/bench/inside.sh PROGRAM [ARGUMENT…]      from the root of the project; "@" as an argument stands for an empty folder that is gone afterwards
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:?usage: inside.sh PROGRAM [ARGUMENT…]}
shift
work=$(mktemp -d)
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/jar" "$work/empty"
(cd "$work/jar" && jar -xf "$OLDPWD"/target/regulars-*.jar BOOT-INF META-INF)
classpath="$work/jar/BOOT-INF/classes:$work/jar:$work/jar/BOOT-INF/lib/*"
javac -d "$work/bench" -cp "$classpath" "src/bench/$program.java"
arguments=()
for argument in "$@"; do
  [ "$argument" = @ ] && argument="$work/empty"
  arguments+=("$argument")
done
java --enable-native-access=ALL-UNNAMED -Dvaadin.productionMode=true -Xmx2g -cp "$work/bench:$classpath" "$program" "${arguments[@]}"
