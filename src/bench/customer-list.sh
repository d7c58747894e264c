#!/bin/bash
# How fast the staff's list of 100,000 customers is: src/bench/customer-list.sh. Uses the test database, and stands among the tests while it runs.
set -e
cd "$(dirname "$0")/../.."
there=src/test/java/app/regulars/customer/CustomerListAtScale.java
trap 'rm -f "$there"' EXIT
cp src/bench/CustomerListAtScale.java "$there"
./mvnw -q -B test -Dvaadin.skip -Dtest=CustomerListAtScale
