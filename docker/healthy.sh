#!/bin/bash
# healthy.sh PORT [PATH]   whether Regulars answers there; with bash alone, since an image need not have curl
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${2:-/actuator/health}" >&3
read -r _ status _ <&3
[ "$status" = 200 ]
