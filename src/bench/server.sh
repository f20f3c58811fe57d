# What the benchmarks share: a packaged server of their own, and the stories that fill it. For sourcing; it expects $port and $data.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/src/bench
url=http://127.0.0.1:$port
seed=1
jar=$root/target/quarkus-app/quarkus-run.jar

fail() {
    echo "bench: $1" >&2
    exit 1
}

# need DIRECTORY PROGRAM...: ends with the reason if anything is not there.
need() {
    directory=$1
    shift
    for program in curl java jq "$@"; do
        command -v "$program" >/dev/null || fail "this needs $program: install it first"
    done
    for file in authors topics news; do
        [ -r "$directory/digitalgov-$file.ndjson" ] || fail "cannot read $directory/digitalgov-$file.ndjson"
    done
    [ -r "$jar" ] || fail "there is no packaged server: ./mvnw package -DskipTests"
}

work=$(mktemp -d)
server=
stop() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" || true
    fi
    server=
}
trap 'stop; rm -rf "$work"' EXIT

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
    echo "Authorization: Bearer $(cat "$data/admin.key")" >"$work/key"
}

# people: the authors and topics of the real articles, as lines of an import.
people() {
    jq -c '{type: "author", slug, name}' "$directory/digitalgov-authors.ndjson"
    jq -c '{type: "tag", slug, name, kind: "topic"}' "$directory/digitalgov-topics.ndjson"
}

# stories COUNT: made out of the real articles, as lines of an import.
stories() {
    jq -n -c --slurpfile articles "$directory/digitalgov-news.ndjson" --argjson seed "$seed" --argjson count "$1" \
        -f "$here/stories.jq"
}

# import FILE: brings a file in, and leaves what was told in $work/told; all must be taken.
import() {
    curl --silent --show-error --no-buffer --upload-file "$1" --request POST --header "@$work/key" \
        --header 'Content-Type: application/x-ndjson' "$url/v1/manage/imports" >"$work/told"
    tail -n 1 "$work/told" | jq -e '.progress | .state == "finished" and .counts.refused == 0' >/dev/null ||
        fail "not all was taken: $(tail -n 1 "$work/told")"
}
