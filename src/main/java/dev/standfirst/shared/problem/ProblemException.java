package dev.standfirst.shared.problem;

import java.io.Serial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refuses a request: the one exception that becomes an answer of the caller's own making. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    ProblemException(ProblemType type, String detail, List<Fault> faults) {
        super(detail, null, false, false); // the flow of a request, not a defect: a stack trace would be waste
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    /**
     * Makes the refusal of a request with faults. Where all are of one type the answer has that type; where they differ it is
     * {@link RequestProblem#UNREADABLE_REQUEST} or {@link RequestProblem#UNACCEPTABLE_REQUEST}, and each fault's code tells its own.
     */
    public static ProblemException of(List<Fault> faults, ProblemType several) {
        String code = faults.get(0).code();
        ProblemType type = faults.stream().allMatch(fault -> fault.code().equals(code))
                ? RequestProblem.bySlug(code).<ProblemType>map(one -> one).orElse(several)
                : several;
        String detail = faults.size() == 1
                ? place(faults.get(0)) + " " + faults.get(0).detail()
                : "The request has " + faults.size() + (faults.size() == Fault.MOST ? " faults, or more." : " faults.");
        return new ProblemException(type, detail, faults);
    }

    /** Makes the refusal of a request with faults of which a room has the types. */
    public static ProblemException of(List<Fault> faults, ProblemType[] types) {
        return of(
                faults,
                Arrays.stream(types)
                        .filter(type ->
                                faults.stream().allMatch(fault -> type.slug().equals(fault.code())))
                        .findFirst()
                        .orElse(RequestProblem.UNACCEPTABLE_REQUEST));
    }

    private static String place(Fault fault) {
        if (fault.pointer() != null) {
            return fault.pointer();
        }
        return fault.parameter() != null ? "The parameter " + fault.parameter() : "The header " + fault.header();
    }

    /** Adds the fault's place to the answer. */
    public ProblemException with(Fault fault) {
        return with(List.of(fault));
    }

    /** Adds the places of several faults to the answer. */
    public ProblemException with(List<Fault> faults) {
        ProblemException more = new ProblemException(type, detail(), faults);
        more.headers.putAll(headers);
        return more;
    }

    /** Adds a header to the answer. */
    public ProblemException withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** What happened, in a sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
