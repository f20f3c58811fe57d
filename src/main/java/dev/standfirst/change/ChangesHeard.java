package dev.standfirst.change;

import java.util.List;

/**
 * Tells this node of changes, its own and other nodes', in the order of the log and each once; an event of CDI, fired on the listener's
 * thread some milliseconds after the commit.
 */
public record ChangesHeard(List<LoggedChange> changes) {}
