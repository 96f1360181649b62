# Shared by the scripts beside it: where things are, and how to say what went wrong.
# shellcheck shell=bash
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build"
deps="$build/deps"

say() { printf '\033[1m%s\033[0m\n' "$*"; }

# die MESSAGE FIX: stop with what is wrong and what to do about it.
die() {
  printf 'error: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '  fix: %s\n' "$2" >&2
  exit 1
}

jobs="$(nproc 2>/dev/null || echo 2)"
