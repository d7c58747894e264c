#!/bin/bash
# How much of a processor the application takes while so many have the desk open: src/bench/desk-at-rest.sh URL PID [people] [seconds]. URL is the demonstration, PID its process.
set -e
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$(dirname "$0")/DeskAtRest.java" "$1" "$2" "${3:-200}" "${4:-60}"
