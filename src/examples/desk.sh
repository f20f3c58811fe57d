#!/usr/bin/env bash
# Takes one story the whole way through a desk of four people with keys of four roles, and prints the audit trail at the end.
# STANDFIRST_URL says where; STANDFIRST_KEY is an administrator's key, which makes those of the other three.
set -euo pipefail

url=${STANDFIRST_URL:-http://localhost:8080}
admin=${STANDFIRST_KEY:-sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRe}

for program in curl jq; do
    command -v "$program" >/dev/null || { echo "This needs $program: install it first." >&2; exit 1; }
done

# call STATUS KEY METHOD PATH [CURL OPTION…]: sends a request, and leaves the answer in $answer; ends the script on another status.
# Several statuses that will do are written as 201|409.
call() {
    local wanted=$1 key=$2 method=$3 path=$4 sent=()
    shift 4
    [ -z "$key" ] || sent+=(-H "Authorization: Bearer $key")
    answer=$(curl --silent --show-error --write-out '\n%{http_code}' -X "$method" "${sent[@]}" \
        -H 'Content-Type: application/json' "$@" "$url$path")
    local status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    if ! [[ $status =~ ^($wanted)$ ]]; then
        echo "$method $path answered $status and not $wanted:" >&2
        jq . <<<"$answer" >&2
        exit 1
    fi
}

# from FILTER: reads something out of the last answer.
from() {
    jq -r "$1" <<<"$answer"
}

# key NAME ROLE: makes a key, and prints its secret.
key() {
    call 201 "$admin" POST /v1/manage/keys -d "{\"name\": \"$1\", \"role\": \"$2\"}"
    from .secret
}

author=$(key 'Mara, who writes' author)
editor=$(key 'Osric, who edits' editor)
reader=$(key 'The app, which reads' reader)

# Authors make no tags; these may be there from an earlier run.
call '201|409' "$editor" POST /v1/manage/tags -d '{"name": "Rivers"}'
call '201|409' "$editor" POST /v1/manage/tags -d '{"name": "Ferries"}'

echo '1. Mara writes a draft, and says that she has it open. She may not publish it.'
call 201 "$author" POST '/v1/manage/articles?note=First+draft' -d '{
    "title": "The ferry that runs on the current",
    "body": {"source": "The crossing has needed no engine since 1845.\n\nThe boat hangs on a cable."},
    "tags": ["Rivers"]
}'
id=$(from .id)
slug=$(from .slug)
story=/v1/manage/articles/$id
call 200 "$author" POST "$story/editing"
call 200 "$reader" GET "$story/editors"
echo "   It is at $story, and open at: $(from '[.items[].name] | join(", ")')"
call 403 "$author" POST "$story/publish"

echo '2. She hands it in. Osric sends it back with a note, she corrects it, and hands it in again.'
call 200 "$author" POST "$story/submit?note=Please+read"
call 200 "$editor" POST "$story/reject?note=It+was+1854"
call 200 "$reader" GET "$story/revisions?limit=1"
echo "   Osric's note: $(from '.items[0].note')"
call 200 "$author" PATCH "$story" -H 'If-Match: "3"' \
    -d '{"body": {"source": "The crossing has needed no engine since 1854.\n\nThe boat hangs on a cable."}}'
call 200 "$author" POST "$story/submit"

echo '3. Somebody outside reads it by a link that is good for ten minutes, and has no key.'
call 201 "$author" POST "$story/preview?expiresIn=PT10M&note=For+the+ferry+company"
preview=$(from .path)
call 200 '' GET "$preview"
echo "   The preview says: $(from .title)"

echo '4. Osric publishes it; readers have it at once.'
call 404 '' GET "/v1/articles/$slug"
call 200 "$editor" POST "$story/publish"
call 200 '' GET "/v1/articles/$slug"

echo '5. Mara goes on working on a copy that readers do not see, and hands it in.'
call 200 "$author" PATCH "$story?draft=true" -H 'If-Match: "6"' \
    -d '{"title": "A ferry without an engine", "tags": ["Rivers", "Ferries"]}'
call 200 "$author" POST "$story/submit"
call 200 '' GET "/v1/articles/$slug"
echo "   Readers see: $(from .title)"

echo '6. Osric lets it out in two seconds: old until then, new from then on, and nothing between.'
at=$(date -u -d '+2 seconds' +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v+2S +%Y-%m-%dT%H:%M:%SZ)
call 200 "$editor" POST "$story/publish?at=$at&note=Agreed+with+the+company"
call 200 "$reader" GET "/v1/manage/schedule?limit=100"
echo "   Scheduled: $(from "[.items[] | select(.id == \"$id\") | .event + \" at \" + .at] | join(\", \")")"
while [ "$(from .title)" != 'A ferry without an engine' ]; do
    sleep 0.2
    call 200 '' GET "/v1/articles/$slug"
done
echo "   Readers see: $(from .title)"

echo '7. The company objects to the headline: Osric goes back to the one before.'
call 200 "$editor" POST "$story/revisions/6/revert?note=The+company+objects" -H 'If-Match: *'
call 200 "$reader" GET "$story/revisions/6/diff/$(from .version)"
echo "   What is left of the change: $(from '[.fields[].path] | join(", ")' | sed 's/^$/nothing/')"

echo '8. In the end he takes it back, and the administrator removes it for good.'
call 200 "$editor" POST "$story/unpublish?note=Sold+to+another+paper"
call 204 "$editor" DELETE "$story" -H 'If-Match: *'
call 403 "$editor" POST "$story/purge"
call 204 "$admin" POST "$story/purge"
call 410 '' GET "/v1/articles/$slug"
call 410 '' GET "$preview"

echo 'The audit trail:'
call 200 "$admin" GET "/v1/manage/changes?thing=$id&limit=100"
from '.items | reverse[] | "   \(.action)\t\(.actor.name)"' | column -t -s "$(printf '\t')"
