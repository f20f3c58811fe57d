#!/usr/bin/env bash
# Posts the authors, topics and articles of a directory: post-articles.sh DIRECTORY
# STANDFIRST_URL and STANDFIRST_KEY say where, and with which key. README.md says what becomes of which field.
set -euo pipefail

url=${STANDFIRST_URL:-http://localhost:8080}
key=${STANDFIRST_KEY:-sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRe}

fail() {
    echo "post-articles: $1" >&2
    exit 1
}

for program in curl jq; do
    command -v "$program" >/dev/null || fail "this needs $program: install it first"
done
[ $# -eq 1 ] || fail "name the directory with digitalgov-authors.ndjson, -topics.ndjson and -news.ndjson"
directory=$1
for file in authors topics news; do
    [ -r "$directory/digitalgov-$file.ndjson" ] || fail "cannot read $directory/digitalgov-$file.ndjson"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# From here on, one JSON line of the directory is one draft of the API, in the same order.

authors() {
    jq -c '{slug, name}' "$directory/digitalgov-authors.ndjson"
}

topics() {
    jq -c '{slug, name, description, kind: "topic"}' "$directory/digitalgov-topics.ndjson"
}

articles() {
    jq -c '
        # The old site wrote Markdown and HTML in these lines; here they are plain text, and what is empty is null.
        def plain:
            {mdash: "—", ndash: "–", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", hellip: "…", bull: "•",
             reg: "®", eacute: "é", iacute: "í", ntilde: "ñ", amp: "&"} as $named
            | gsub("</?strong>|\\*\\*"; "")
            | gsub("&#(?<code>[0-9]+);"; [.code | tonumber] | implode)
            | gsub("&(?<name>[a-z]+);"; $named[.name] // "&\(.name);");
        def trimmed: gsub("^\\s+|\\s+$"; "");
        def text: (. // "") | plain | trimmed | if . == "" then null else . end;

        # "2012-02-22 5:02:12 -0400", "2019-05-07T10:00:00" and "2024-05-14", the latter two in UTC; the API judges any other.
        def time:
            (capture("^(?<day>[0-9-]{10})([ T](?<hour>[0-9]+)(?<rest>:[0-9]{2}:[0-9]{2})( (?<east>[+-][0-9]{2})(?<minutes>[0-9]{2}))?)?$")
             | .day + "T" + ((.hour // "00") | if length == 1 then "0" + . else . end) + (.rest // ":00:00")
               + (if .east then .east + ":" + .minutes else "Z" end)) // .;

        (.date | if . then time else null end) as $publishedAt
        | {
            slug,
            externalRef: {source: "digital.gov", id: ([.slug, $publishedAt // empty] | join("@"))},
            kicker: (.kicker | text),
            title: (.title | text),
            standfirst: (.deck | text),
            excerpt: (.summary | text),
            body: {source: .markdown},
            authors,
            tags: .topics,
            canonicalUrl: ((.canonical // .source_url) | if . then trimmed else null end),
            status: (if .draft then "draft" else "published" end),
            publishedAt: $publishedAt
        }' "$directory/digitalgov-news.ndjson"
}

# Of each article that digital.gov sent before: what it is called there, and its version here.
known() {
    local next="/v1/manage/articles?externalRef.source=digital.gov&sort=createdAt&limit=100" answer
    while [ -n "$next" ]; do
        answer=$(curl --silent --show-error --header "@$work/key" --write-out '\n%{http_code}' "$url$next") ||
            fail "there is no server at $url"
        local status=${answer##*$'\n'}
        answer=${answer%$'\n'*}
        [ "$status" = 200 ] || fail "$url answers $status: $(jq -r .detail <<<"$answer" 2>/dev/null || echo "this is no Standfirst")"
        jq -c '.items[] | {(.externalRef.id): .version}' <<<"$answer"
        next=$(jq -r '.page.next // empty' <<<"$answer")
    done
}

# post PATH: sends each line of the drafts by one curl over one connection; prints each answer, and its status after it.
post() (
    rm -rf "$work/bodies"
    mkdir "$work/bodies"
    cd "$work/bodies"
    split -l 1 -a 4 "$work/drafts" line.
    separator=
    for body in line.*; do
        printf '%surl = "%s"\nheader = "@%s"\nheader = "Content-Type: application/json"\ndata-binary = "@%s"\nwrite-out = "\\n%%{http_code}\\n"\n' \
            "$separator" "$url$1" ../key "$body"
        separator=$'next\n'
    done >../requests
    curl --silent --show-error --fail-early --config ../requests || fail "$url answers no more"
)

# send THINGS PATH: posts what the function of that name prints, and says what came of it.
send() {
    "$1" >"$work/drafts"
    post "$2" >"$work/answers"
    jq -n -c --arg things "$1" --slurpfile drafts "$work/drafts" --slurpfile known "$work/known" '
        ($known | add) as $known
        | foreach (inputs | {answer: ., status: input}) as {$answer, $status} (0; . + 1; {
            things: $things,
            line: .,
            slug: $drafts[. - 1].slug,
            outcome: (
                if $status == 201 then "created"
                elif $status == 200 and $answer.version == $known[$answer.externalRef.id] then "unchanged"
                elif $status == 200 then "updated"
                # An author or a topic that is there already is left as the desk has it.
                elif $things != "articles" and $answer.type == "/problems/slug-taken" then "unchanged"
                elif $status == 401 or $status == 403 or $status >= 500 then "failed"
                else "refused" end),
            type: ($answer.type // "" | ltrimstr("/problems/")),
            detail: $answer.detail
        })' "$work/answers" >"$work/outcomes"
    jq -r 'select(.outcome == "failed") | "\(.things) line \(.line): \(.detail)"' "$work/outcomes" >"$work/failed"
    [ ! -s "$work/failed" ] || fail "$(head -n 1 "$work/failed")"
    jq -r 'select(.outcome == "refused") | "\(.things) line \(.line), \(.slug)\n    \(.type): \(.detail)"' \
        "$work/outcomes" >>"$work/refused"
    jq -rs --arg things "$1" '
        def count(outcome): "\(map(select(.outcome == outcome)) | length) \(outcome)";
        "\($things): \(count("created")), \(count("updated")), \(count("unchanged")), \(count("refused"))"
    ' "$work/outcomes"
}

echo "Authorization: Bearer $key" >"$work/key"
known >"$work/known"
send authors /v1/manage/authors
send topics /v1/manage/tags
send articles '/v1/manage/articles?upsert=true'
cat "$work/refused"
