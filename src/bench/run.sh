#!/usr/bin/env bash
# Measures how fast the packaged server reads, on a magazine made of the real articles of a directory: run.sh DIRECTORY
# Leaves the database in target/bench for the next run. README.md says what is measured.
set -euo pipefail

port=${BENCH_PORT:-18080}
data=${BENCH_DATA:-$(dirname "$0")/../../target/bench}
. "$(dirname "$0")/server.sh"
stories=${BENCH_STORIES:-10000}
filled=$data/filled-$seed-$stories
unit=/problems/not-found

[ $# -eq 1 ] || fail "name the directory with digitalgov-authors.ndjson, -topics.ndjson and -news.ndjson"
need "$1" wrk
[ ! -e "$data" ] || [ -e "$filled" ] || fail "$data holds other stories, or not all: delete it"

# measure PATH: asks for it with 16 connections for 10 seconds, and prints the figures.
measure() {
    wrk --threads 2 --connections 16 --duration 10s --timeout 10s --latency --script "$here/wrk.lua" "$url" -- "$1" "$stories" \
        >"$work/report" || fail "wrk: $(cat "$work/report")"
    figures=$(tail -n 1 "$work/report")
    [ "${figures##* }" = 0 ] || fail "$1 went wrong: $(cat "$work/report")"
    echo "${figures% *}"
}

# The unit is measured anew beside each row, so that a machine that is busy for a while slows both.
row() {
    local rate p50 p99 unit_rate
    read -r unit_rate _ _ < <(measure "$unit")
    read -r rate p50 p99 < <(measure "$2")
    printf '| %s | %s | %s | %s | %s | %s |\n' "$1" "$rate" "$p50" "$p99" "$unit_rate" \
        "$(awk -v rate="$rate" -v unit="$unit_rate" 'BEGIN { printf "%.3f", rate / unit }')"
}

story='/v1/articles/story-%d'
related='/v1/articles/story-%d/related'
newest='/v1/articles?limit=20&include=authors,tags'
tagged='/v1/articles?limit=20&include=authors,tags&tag=content-strategy'

start
if [ ! -e "$filled" ]; then
    { people && stories "$stories"; } >"$work/site.ndjson"
    import "$work/site.ndjson"
    touch "$filled"
fi

# A young JVM interprets: the first seconds say nothing about the server.
for path in "$unit" "$story" "$related" "$newest" "$tagged"; do
    measure "$path" >/dev/null
done
echo "$(nproc) processors, load $(cut -d ' ' -f 1-3 /proc/loadavg), $(java -version 2>&1 | head -n 1), $stories stories"
echo "| request | requests/s | p50 ms | p99 ms | unit/s | ratio |"
echo "| --- | ---: | ---: | ---: | ---: | ---: |"
row "one story" "$story"
row "related" "$related"
row "20 newest" "$newest"
row "20 of a tag" "$tagged"
