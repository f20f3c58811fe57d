package dev.standfirst.comment.thread;

import dev.standfirst.shared.page.Order;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How the comments of an article are wanted. */
public record ThreadQuery(
        @Parameter(
                description =
                        "tree: those that answer the article, each with its first replies in it; flat: all of them in the order of their time")
        @DefaultValue("tree")
        @RestQuery
        View view,

        @Parameter(
                description =
                        "Which come first: of a tree, those that answer the article; replies are always the oldest first")
        @DefaultValue("oldest")
        @RestQuery
        Sort sort,

        @Parameter(
                description =
                        "How many comments of its thread, at any depth, each comment at the top of a tree has in it at most; moreReplies leads to the others")
        @Min(0)
        @Max(50)
        @DefaultValue("10")
        @RestQuery
        Integer replies) {

    /** How comments are laid out. */
    public enum View {
        TREE,
        FLAT
    }

    /** Which comments come first. */
    public enum Sort {
        OLDEST,
        NEWEST
    }

    Order order() {
        return new Order("comment.created_at", "comment.id", Order.Kind.TIME, sort == Sort.NEWEST);
    }

    boolean isTree() {
        return view == View.TREE;
    }
}
