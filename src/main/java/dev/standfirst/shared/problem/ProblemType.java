package dev.standfirst.shared.problem;

import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Locale;

/**
 * A kind of problem that a client can tell from others (RFC 9457, section 3.1.1); implemented by one enum a room.
 *
 * <p>The name of the constant gives the type's URI, {@code /problems/the-name}, which this server answers with a page of text. A name,
 * once released, is part of the contract.
 */
public interface ProblemType {

    /** The name of the enum's constant. */
    String name();

    /** What is the same at every occurrence. */
    Kind kind();

    /**
     * What is the same at every occurrence of a problem.
     *
     * @param status the HTTP status code that goes with it
     * @param title a short sentence
     * @param meaning what it means and what the caller can do about it; the text of the page behind the URI
     */
    @Immutable
    record Kind(int status, String title, String meaning) {}

    /** The HTTP status code that goes with it. */
    default int status() {
        return kind().status();
    }

    /** A short sentence that is the same at every occurrence. */
    default String title() {
        return kind().title();
    }

    /** What it means and what the caller can do about it. */
    default String meaning() {
        return kind().meaning();
    }

    /** The last segment of the URI: {@code version-is-stale} for {@code VERSION_IS_STALE}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The URI, a reference relative to this server. */
    default String uri() {
        return "/problems/" + slug();
    }

    /** Makes the exception that refuses a request, with a sentence on this occurrence. */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail, List.of());
    }

    /** Makes the fault of this type in a member of the body, at a JSON pointer as a URI fragment ({@code #/image/url}). */
    default Fault at(String pointer, String detail) {
        return new Fault(pointer, null, null, slug(), detail);
    }

    /** Makes the fault of this type in a query or path parameter. */
    default Fault inParameter(String parameter, String detail) {
        return new Fault(null, parameter, null, slug(), detail);
    }

    /** Makes the fault of this type in a request header. */
    default Fault inHeader(String header, String detail) {
        return new Fault(null, null, header, slug(), detail);
    }
}
