package dev.standfirst.shared.http;

/** A thing that is found at another address than below the one that it was posted to. */
public interface Located {
    /** Where it is, as a reference relative to this server. */
    String location();
}
