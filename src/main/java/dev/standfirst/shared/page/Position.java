package dev.standfirst.shared.page;

import java.util.UUID;

/** A place in an ordered list: the sort key of a row as text, and the row's id, which decides between equal keys. */
record Position(String key, UUID id) {}
