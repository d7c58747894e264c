#!/bin/bash
# How long sign-in and registration take: src/bench/sign-in.sh URL [TIMES], for a running demonstration shop. Needs Chromium and a built project.
set -e
cd "$(dirname "$0")/../.."
. .mvn/env.sh 2>/dev/null || true
./mvnw -q -B dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test >/dev/null
echo "| what, in ms | median | 95 of 100 | worst |"
echo "| --- | --- | --- | --- |"
java -cp "$(cat target/bench.classpath)" src/bench/SignInTimes.java "${1:?the address of a running demonstration shop}" "${2:-30}"
