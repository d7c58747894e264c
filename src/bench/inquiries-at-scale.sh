#!/bin/bash
# How long the desk takes with 200,000 inquiries of five messages each: src/bench/inquiries-at-scale.sh [inquiries]. Needs a MySQL of its own (DB_URL, DB_USER,
# DB_PASSWORD; see src/test/mysql/mysql-debian.sh serve DIR 3306 --innodb-buffer-pool-size=2G --innodb-redo-log-capacity=2G) and classes that are built. What it fills in
# is kept for the next run.
set -e
cd "$(dirname "$0")/../.."
out=target/bench
mkdir -p "$out"
./mvnw -q -B dependency:build-classpath -Dmdep.outputFile="$out/classpath" -Dvaadin.skip
path="target/classes:$(cat "$out/classpath")"
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -nowarn -parameters -d "$out" -cp "$path" src/bench/InquiriesAtScale.java
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED -Xmx2g -Dvaadin.productionMode=true -Dregulars.data="$out/data" \
    -Dspring.datasource.url="${DB_URL:-jdbc:mysql://127.0.0.1:3306/regulars?createDatabaseIfNotExist=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true}" \
    -Dspring.datasource.username="${DB_USER:-regulars}" -Dspring.datasource.password="${DB_PASSWORD:-regulars}" -cp "$out:$path" app.regulars.inquiry.InquiriesAtScale "$@"
