#!/usr/bin/env bash
# Measures how fast articles come in, on stories made of the real articles of a directory: transfer.sh DIRECTORY
# Everything is made anew each time, and deleted. README.md says what is measured.
set -euo pipefail

port=${BENCH_PORT:-18080}
data=$(mktemp -d)
. "$(dirname "$0")/server.sh"
count=${BENCH_STORIES:-2079}
warm_up=${BENCH_WARM_UP:-2000}
trap 'stop; rm -rf "$work" "$data"' EXIT

[ $# -eq 1 ] || fail "name the directory with digitalgov-authors.ndjson, -topics.ndjson and -news.ndjson"
need "$1"

alone() {
    java -cp "$root/target/quarkus-app/app/*:$root/target/quarkus-app/lib/main/*" "$here/Transfer.java" "$@"
}

people >"$work/people.ndjson"
stories "$count" >"$work/stories.ndjson"
stories "$warm_up" | sed 's/"story-/"warm-up-/; s/bench-/warm-up-/' >"$work/warm-up.ndjson"
derived=$(alone derive "$work/stories.ndjson" "$warm_up")
start
import "$work/people.ndjson"
import "$work/warm-up.ndjson" # a young JVM interprets
import "$work/stories.ndjson"
imported=$(tail -n 1 "$work/told" | jq '.progress.rate')
# Progress is told each second and counted by batches: a tenth of fewer articles has no rate.
[ "$count" -lt 20000 ] || read -r first last < <(jq -s -r '
    [.[].progress | select(.rate > 0) | {done: .counts.done, at: (.counts.done / .rate)}] as $steps
    | $steps[-1] as $whole
    | ([$steps[] | select(.done >= $whole.done / 10)][0]) as $early
    | ([$steps[] | select(.done <= $whole.done * 9 / 10)][-1]) as $late
    | "\($early.done / $early.at) \(($whole.done - $late.done) / ($whole.at - $late.at))"' "$work/told")
copied=$(alone copy "$data/postgresql")

echo "$(nproc) processors, load $(cut -d ' ' -f 1-3 /proc/loadavg), $(java -version 2>&1 | head -n 1), $count stories after $warm_up"
echo "| what | articles/s | ratio to deriving |"
echo "| --- | ---: | ---: |"
rows=("deriving alone, one thread:$derived" "COPY of the finished rows:$copied" "import over HTTP:$imported")
[ -z "${first:-}" ] || rows+=("its first tenth:$first" "its last tenth:$last")
for row in "${rows[@]}"; do
    printf '| %s | %.0f | %s |\n' "${row%:*}" "${row#*:}" "$(awk -v rate="${row#*:}" -v unit="$derived" 'BEGIN { printf "%.2f", rate / unit }')"
done
