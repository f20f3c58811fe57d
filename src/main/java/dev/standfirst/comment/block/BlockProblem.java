package dev.standfirst.comment.block;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of blocks. */
public enum BlockProblem implements ProblemType {
    BLOCKED_ALREADY(
            409,
            "It is blocked already",
            "There is a block of this kind and value, perhaps in another spelling. Change that one instead."),
    PATTERNS_FULL(
            409,
            "There are too many patterns",
            "Every comment is searched for every pattern, so that all patterns together may have no more than so many steps. Delete some, or block words and domains, of which there may be any number."),
    NOT_AN_EMAIL_ADDRESS(
            422,
            "Not an e-mail address",
            "An e-mail address has one @, a host behind it, and no spaces. To block all addresses of a host, block the domain."),
    NOT_A_DOMAIN(
            422,
            "Not a domain",
            "A domain is the name of a host, without http, path or *, as example.org; it stands for all hosts below it too."),
    NOT_A_RANGE(
            422,
            "Not a range of IP addresses",
            "A range is an IPv4 or IPv6 address, or one in CIDR notation, as 192.0.2.0/24 or 2001:db8::/32."),
    RANGE_TOO_WIDE(
            422,
            "The range is too wide",
            "A range has at least 8 bits (IPv4) or 16 bits (IPv6): a wider one is a mistake more likely than a wish. To close the comments, set their policy."),
    NO_WORD(422, "There is no word", "A word has a letter or a digit; there may be up to 10 words in a row."),
    INVALID_PATTERN(
            422,
            "The pattern cannot be read",
            "The pattern is not one of RE2. It has neither references back nor looks around, so that it never takes longer than the text is long."),
    PATTERN_TOO_LARGE(
            422,
            "The pattern is too large",
            "A pattern has at most 200 characters, and repeats no more than 1,000 times in all; what it is made of has at most 1,000 steps."),
    PATTERN_FITS_ALL(422, "The pattern fits every text", "The pattern fits an empty text, and so it is found in each.");

    private final Kind kind;

    BlockProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** Makes the refusal of a value. It does not repeat the value. */
    ProblemException ofValue(String detail) {
        return because("The value " + detail + ".").with(at("#/value", detail));
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
