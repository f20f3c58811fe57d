#!/usr/bin/env bash
# Measures how fast the packaged server reads, on a magazine made of the real articles of a directory: run.sh DIRECTORY
# Leaves the database in target/bench for the next run. README.md says what is measured.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/src/bench
port=${BENCH_PORT:-18080}
data=${BENCH_DATA:-$root/target/bench}
url=http://127.0.0.1:$port
seed=1
stories=${BENCH_STORIES:-10000}
filled=$data/filled-$seed-$stories
unit=/problems/not-found

fail() {
    echo "bench: $1" >&2
    exit 1
}

for program in curl java jq wrk; do
    command -v "$program" >/dev/null || fail "this needs $program: install it first"
done
[ $# -eq 1 ] || fail "name the directory with digitalgov-authors.ndjson, -topics.ndjson and -news.ndjson"
directory=$1
for file in authors topics news; do
    [ -r "$directory/digitalgov-$file.ndjson" ] || fail "cannot read $directory/digitalgov-$file.ndjson"
done
jar=$root/target/quarkus-app/quarkus-run.jar
[ -r "$jar" ] || fail "there is no packaged server: ./mvnw package -DskipTests"

[ ! -e "$data" ] || [ -e "$filled" ] || fail "$data holds other stories, or not all: delete it"

work=$(mktemp -d)
server=
stop() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" || true
    fi
    rm -rf "$work"
}
trap stop EXIT

start() {
    ! curl --silent --output /dev/null "$url" || fail "something listens on port $port already: choose another by BENCH_PORT"
    mkdir -p "$data"
    # Whatever database and key are set for another server, this one has its own.
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port STANDFIRST_DATA=$data \
        env -u QUARKUS_DATASOURCE_JDBC_URL -u STANDFIRST_ADMIN_KEY java -jar "$jar" >"$data/server.log" 2>&1 &
    server=$!
    until curl --silent --fail --output /dev/null "$url/q/health/ready"; do
        kill -0 "$server" 2>/dev/null || fail "the server did not start: see $data/server.log"
        sleep 0.2
    done
}

# post THINGS PATH: posts the drafts that come in, one a line, over eight connections at once; all must be taken.
post() {
    local separator='' body
    rm -rf "$work/bodies"
    mkdir "$work/bodies"
    split -l 1 -a 4 - "$work/bodies/"
    for body in "$work"/bodies/*; do
        printf '%surl = "%s"\nheader = "@%s"\nheader = "Content-Type: application/json"\ndata-binary = "@%s"\noutput = "/dev/null"\nwrite-out = "%%{http_code}\\n"\n' \
            "$separator" "$url$2" "$work/key" "$body"
        separator=$'next\n'
    done >"$work/requests"
    curl --no-progress-meter --parallel --parallel-max 8 --config "$work/requests" | awk -v things="$1" '
        { answered[$0]++ }
        NR % 1000 == 0 { print things ": " NR " posted"; fflush() }
        END { for (status in answered) print things ": " answered[status] " answered " status; exit answered[201] != NR }' ||
        fail "not all $1 were taken"
}

# Authors and topics as they are, then the stories.
fill() {
    echo "Authorization: Bearer $(cat "$data/admin.key")" >"$work/key"
    jq -c '{slug, name}' "$directory/digitalgov-authors.ndjson" | post authors /v1/manage/authors
    jq -c '{slug, name, kind: "topic"}' "$directory/digitalgov-topics.ndjson" | post tags /v1/manage/tags
    jq -n -c --slurpfile articles "$directory/digitalgov-news.ndjson" --argjson seed "$seed" --argjson count "$stories" \
        -f "$here/stories.jq" | post stories /v1/manage/articles
    touch "$filled"
}

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
    fill
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
