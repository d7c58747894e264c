#!/bin/bash
# How well the next order is foreseen, printed as a table (see ReorderForecast.java). Needs compiled classes (./mvnw compile).
#
#   src/bench/reorder-forecast.sh [FILE]      default ../shared/data/online-retail/online_retail_to_2011-09-30.csv.gz
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/data/online-retail/online_retail_to_2011-09-30.csv.gz}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. .mvn/env.sh
export PATH="$JAVA_HOME/bin:$PATH"
classpath="target/classes:$(find ~/.m2/repository/org/apache/commons ~/.m2/repository/de/siegmar -name 'commons-statistics-distribution-1.1.jar' -o -name 'commons-numbers-*.jar' -o -name 'commons-rng-*.jar' -o -name 'fastcsv-4*.jar' | tr '\n' ':')"
javac -d "$work" -cp "$classpath" src/bench/ReorderForecast.java
java -cp "$work:$classpath" app.regulars.reordering.ReorderForecast "$data"
