package dev.standfirst.shared.problem;

import java.util.List;

/** The problem types of one room, as a bean, so that {@link ProblemResource} can show a page for each. */
public abstract class ProblemCatalogue {
    private final List<ProblemType> types;

    protected ProblemCatalogue(ProblemType... types) {
        this.types = List.of(types);
    }

    final List<ProblemType> types() {
        return types;
    }
}
