#!/bin/bash
# Checks what is in docker/ as far as this machine can without a Docker engine, and says what it could not check.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
failed=0
check() {
  local what=$1
  shift
  if output=$("$@" 2>&1); then
    echo "fine     $what"
  else
    echo "WRONG    $what"
    printf '%s\n' "$output" | sed 's/^/         /'
    failed=1
  fi
}
skip() { echo "skipped  $1: $2"; }

for script in *.sh ../src/bench/*.sh ../src/test/mysql/*.sh ../.ci/run; do
  check "$script" bash -n "$script"
done
check "../.mvn/env.sh" sh -n ../.mvn/env.sh

if command -v shellcheck >/dev/null; then
  check "shellcheck" shellcheck --severity=warning *.sh ../src/bench/*.sh ../src/test/mysql/*.sh ../.ci/run
else
  skip "shellcheck" "not installed (Debian: shellcheck)"
fi

if command -v haproxy >/dev/null; then
  check "haproxy.cfg" haproxy -c -q -f haproxy.cfg
else
  skip "haproxy.cfg" "not installed (Debian: haproxy)"
fi

if docker compose version >/dev/null 2>&1; then
  check "compose.yaml" env MYSQL_PASSWORD=x docker compose -f compose.yaml config --quiet
elif python3 -c 'import yaml' 2>/dev/null; then
  check "compose.yaml (that it is YAML; no compose plugin here)" python3 -c 'import yaml; yaml.safe_load(open("compose.yaml"))'
else
  skip "compose.yaml" "neither the compose plugin nor python3-yaml installed"
fi

if command -v hadolint >/dev/null; then
  check "Dockerfile" hadolint Dockerfile
else
  skip "Dockerfile" "hadolint not installed"
fi
# what the Dockerfile copies has to exist, and has to reach the build
for file in $(sed -n 's/^COPY --chown=[^ ]* \(docker\/.*\) .*/\1/p' Dockerfile); do
  check "Dockerfile copies $file" test -f "../$file"
done

# passwords belong into .env, which is not committed
check "no secret in .env.example" sh -c '! grep -E "^[A-Z_]*(PASSWORD|SECRET|KEY)=." .env.example'
check ".env is not committed" sh -c 'test -z "$(git ls-files .env)"'
exit $failed
