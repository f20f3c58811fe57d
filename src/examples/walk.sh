#!/usr/bin/env bash
# Prints the slug of every live story, newest first, following the Link header from page to page: walk.sh [LIMIT]
set -euo pipefail

url=${STANDFIRST_URL:-http://localhost:8080}
next="/v1/articles?limit=${1:-20}"

headers=$(mktemp)
trap 'rm -f "$headers"' EXIT

while [ -n "$next" ]; do
    curl --silent --show-error --fail-with-body --dump-header "$headers" "$url$next" | jq -r '.items[].slug'
    next=$(sed -n 's/^[Ll]ink: *<\([^>]*\)>; *rel="next".*/\1/p' "$headers")
done
