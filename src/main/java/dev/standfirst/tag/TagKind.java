package dev.standfirst.tag;

/** What kind of thing a tag stands for. */
public enum TagKind {
    TOPIC,
    SECTION,
    SERIES,
    PLACE,
    PERSON,
    ORGANISATION
}
