package dev.standfirst.collection;

import dev.standfirst.shared.problem.ProblemCatalogue;
import dev.standfirst.shared.problem.ProblemType;
import jakarta.inject.Singleton;

/** The problems of collections. */
public enum CollectionProblem implements ProblemType {
    STORY_TWICE(422, "A story is there twice", "A collection holds each story once. The place is that of the second."),
    STORY_UNKNOWN(422, "There is no such story", "Name stories by slug, old slug or id, whatever their status."),
    STORY_NOT_IN_COLLECTION(
            422,
            "The story is not in the collection",
            "Only a story that the collection holds now can be moved in it."),
    EDITION_IN_THE_PAST(
            422,
            "The moment has passed",
            "An edition begins at a moment that lies ahead. For now, change the collection itself."),
    EDITION_EXISTS(
            409,
            "An edition begins then",
            "The collection has an edition for this moment. Cancel that one, or take another moment."),
    EDITION_BEGUN(
            409,
            "The edition has begun",
            "Only an edition that lies ahead can be cancelled. Change the collection itself.");

    private final Kind kind;

    CollectionProblem(int status, String title, String meaning) {
        this.kind = new Kind(status, title, meaning);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Singleton
    static final class Catalogue extends ProblemCatalogue {
        Catalogue() {
            super(values());
        }
    }
}
