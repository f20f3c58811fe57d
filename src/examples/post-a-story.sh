#!/usr/bin/env bash
# Posts one story and reads it back as a reader's browser would, showing each call and its answer.
# STANDFIRST_URL and STANDFIRST_KEY say where, and with which key.
set -euo pipefail

url=${STANDFIRST_URL:-http://localhost:8080}
key=${STANDFIRST_KEY:-sf_developmentKeyThatIsKnownToEverybodyOnEarth3FjfRe}

for program in curl jq; do
    command -v "$program" >/dev/null || { echo "This needs $program: install it first." >&2; exit 1; }
done

# call METHOD PATH [JSON]: sends a request, shows it and what came back; leaves both in $status and $answer.
call() {
    local sent=(-X "$1" "$url$2")
    printf '\n$ curl'
    printf ' %s' "${sent[@]}"
    if [[ $2 == /v1/manage/* ]]; then
        # shellcheck disable=SC2016 # the variable is what a reader types, not the key itself
        printf ' \\\n    -H "Authorization: Bearer $STANDFIRST_KEY"'
        sent+=(-H "Authorization: Bearer $key")
    fi
    if [ $# -eq 3 ]; then
        printf " \\\\\n    -H 'Content-Type: application/json' -d '%s'" "$3"
        sent+=(-H 'Content-Type: application/json' -d "$3")
    fi
    echo
    answer=$(curl --silent --show-error --write-out '\n%{http_code}' "${sent[@]}")
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    echo "$status"
    jq . <<<"$answer"
}

# wanted STATUS…: ends the script unless the last answer had one of them.
wanted() {
    [[ " $* " == *" $status "* ]] || { echo "That was not expected; the problem above says why." >&2; exit 1; }
}

echo '# Is the author known? An article names its authors by slug, so they come first.'
call GET /v1/manage/authors/mara-lindqvist
wanted 200 404
if [ "$status" = 404 ]; then
    call POST /v1/manage/authors '{
  "slug": "mara-lindqvist",
  "name": "Mara Lindqvist",
  "bio": "Mara writes about the river and those who live from it."
}'
    wanted 201
fi

echo
echo '# One call creates the story and publishes it. Tags may be given by name: new ones are created.'
call POST /v1/manage/articles '{
  "kicker": "On the river",
  "title": "The ferry that runs on the current alone",
  "standfirst": "The crossing at Port Averin has needed no engine since 1854. The harbour board would like a second one.",
  "body": {
    "format": "markdown",
    "source": "The boat hangs on a steel cable, and [the river pushes it across](https://en.wikipedia.org/wiki/Reaction_ferry).\n\n## How it works\n\nThe ferryman sets the hull at an angle, and the current does the rest.\n\nA second boat [was proposed in March](https://harbour-board.example.org/minutes/march)."
  },
  "image": {
    "url": "https://images.example.org/harbour/ferry.jpg",
    "alt": "A wooden ferry in the middle of the river, hanging on a cable",
    "credit": "Mara Lindqvist"
  },
  "authors": ["mara-lindqvist"],
  "tags": ["Rivers", "Public transport"],
  "status": "published"
}'
wanted 201
slug=$(jq -r .slug <<<"$answer")

echo
echo '# The same story as anybody may read it, without a key. Its sources are the links in its text.'
call GET "/v1/articles/$slug"
wanted 200
