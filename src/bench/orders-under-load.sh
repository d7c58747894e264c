#!/bin/bash
# How many complete orders a second: src/bench/orders-under-load.sh [orders of the past] [orders to place] [clients] [orders to warm up]; 1,000,000,
# 20,000, 16 and 8,000 where nothing is said. Needs a MySQL of its own (DB_URL, DB_USER, DB_PASSWORD; see src/test/mysql/mysql-debian.sh serve DIR 3306 --innodb-buffer-pool-size=2G
# --innodb-redo-log-capacity=2G) and classes that are built. The million is made in the database itself, in two to three minutes, and kept for the next run. With the options
# of the packaged application, but for its share of the memory.
set -e
cd "$(dirname "$0")/../.."
out=target/bench
mkdir -p "$out"
./mvnw -q -B dependency:build-classpath -Dmdep.outputFile="$out/classpath" -Dvaadin.skip
path="target/classes:$(cat "$out/classpath")"
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -nowarn -parameters -d "$out" -cp "$path" src/bench/OrdersUnderLoad.java
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" $(grep -v -e '^#' -e RAMPercentage docker/jvm.options) -Xmx2g -Dvaadin.productionMode=true -Dspring.datasource.url="${DB_URL:-jdbc:mysql://127.0.0.1:3306/regulars?createDatabaseIfNotExist=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true}" \
    -Dspring.datasource.username="${DB_USER:-regulars}" -Dspring.datasource.password="${DB_PASSWORD:-regulars}" -cp "$out:$path" app.regulars.ordering.OrdersUnderLoad "$@"
