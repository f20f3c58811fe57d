# Makes stories of real articles: jq -n -c --slurpfile articles FILE --argjson seed N --argjson count N -f stories.jq
# The title of one, the text of another, authors and tags of a third: so lengths, and how often a tag occurs, stay real.
# A last paragraph makes each text another one, as texts are.
# The same articles, seed and count give the same stories, byte for byte.

# What an import takes as it is: the oddities of the rest are the business of src/examples.
($articles | map(select((.markdown | length) > 0 and (.slug | test("^[a-z0-9]+(-[a-z0-9]+)*$"))))) as $real
| ($real | length) as $many
| 1262304000 as $from | 1735689600 as $until # 2010 to 2025
# Lehmer's generator: 16807 is a primitive root of the prime, and no product leaves the exact integers of a double.
| def next: . * 16807 % 2147483647;
foreach range(1; $count + 1) as $n ({state: $seed};
    (.state | next) as $title
    | ($title | next) as $text
    | ($text | next) as $people
    | ($people | next) as $time
    | {state: $time, story: {
        type: "article",
        slug: "story-\($n)",
        externalRef: {source: "bench-\($seed)", id: "\($n)"},
        title: $real[$title % $many].title,
        body: {source: "\($real[$text % $many].markdown)\n\nStory \($n)."},
        authors: $real[$people % $many].authors,
        tags: $real[$people % $many].topics,
        status: "published",
        publishedAt: ($from + $time % ($until - $from) | todate)
    }};
    .story)
