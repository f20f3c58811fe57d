package dev.standfirst.shared.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.standfirst.shared.json.MergePatch;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Reads from the records which of their members are always there, and which may be null; and from sealed interfaces their records. */
final class Records {
    private static final DotName PATCH = DotName.createSimple(MergePatch.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName VARIANTS = DotName.createSimple(JsonSubTypes.class);
    private static final DotName DISCRIMINATOR = DotName.createSimple(JsonTypeInfo.class);
    private static final List<DotName> DEMANDS = Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
            .map(DotName::createSimple)
            .toList();

    private final IndexView index;

    Records(IndexView index) {
        this.index = index;
    }

    /** Which way a record goes, as the server sees it. */
    enum Direction {
        SENT,
        RECEIVED
    }

    /** Finds the records, enums and unions that a body of the type is made of, itself the first. */
    List<Part> parts(Type type) {
        Map<String, Part> parts = new LinkedHashMap<>();
        collect(type, parts);
        return List.copyOf(parts.values());
    }

    private void collect(Type type, Map<String, Part> parts) {
        ClassInfo info = index.getClassByName(type.name());
        if (info != null
                && (info.isRecord() || info.isEnum() || isUnion(info))
                && !type.name().equals(PATCH)) {
            Part part = new Part(type, info, index);
            if (parts.putIfAbsent(part.schemaName(), part) == null) {
                part.members().forEach(member -> collect(member.component().type(), parts));
                part.variants().values().forEach(variant -> collect(variant.type(), parts));
            }
        }
        if (type instanceof ParameterizedType generic) {
            generic.arguments().forEach(argument -> collect(argument, parts));
        }
    }

    private static boolean isUnion(ClassInfo info) {
        return info.hasDeclaredAnnotation(VARIANTS);
    }

    /** A record, an enum, or a union: a sealed interface that names its records by {@link JsonSubTypes}. */
    record Part(Type type, ClassInfo info, IndexView index) {

        boolean isEnum() {
            return info.isEnum();
        }

        boolean isUnion() {
            return Records.isUnion(info);
        }

        /** The records of a union by the names that JSON gives to them, in their order; of anything else, none. */
        Map<String, Part> variants() {
            Map<String, Part> variants = new LinkedHashMap<>();
            if (isUnion()) {
                for (AnnotationInstance variant :
                        info.declaredAnnotation(VARIANTS).value().asNestedArray()) {
                    Type record = variant.value().asClass();
                    variants.put(
                            variant.value("name").asString(),
                            new Part(record, index.getClassByName(record.name()), index));
                }
            }
            return variants;
        }

        /** The member of JSON by which the records of a union are told apart. */
        String discriminator() {
            return info.declaredAnnotation(DISCRIMINATOR).value("property").asString();
        }

        /** The union that a record belongs to. */
        Optional<Part> union() {
            return info.interfaceTypes().stream()
                    .filter(type -> index.getClassByName(type.name()) != null)
                    .map(type -> new Part(type, index.getClassByName(type.name()), index))
                    .filter(Part::isUnion)
                    .findFirst();
        }

        /** The name that the scanner gives to its schema: {@code PageTagView} for a page of tags. */
        String schemaName() {
            AnnotationInstance schema = info.declaredAnnotation(SCHEMA);
            String name = schema == null || schema.value("name") == null
                    ? info.simpleName()
                    : schema.value("name").asString();
            return type instanceof ParameterizedType generic
                    ? name
                            + generic.arguments().stream()
                                    .map(argument -> argument.name().withoutPackagePrefix())
                                    .collect(Collectors.joining())
                    : name;
        }

        List<Member> members() {
            return info.recordComponentsInDeclarationOrder().stream()
                    .map(component -> new Member(component, info))
                    .toList();
        }
    }

    /** A component of a record, as a member of JSON. */
    record Member(RecordComponentInfo component, ClassInfo owner) {

        String name() {
            return component.name();
        }

        /** The name of the schema of the record that it is a merge patch of, if it is one. */
        Optional<String> patched() {
            return component.type() instanceof ParameterizedType patch
                            && patch.name().equals(PATCH)
                    ? Optional.of(patch.arguments().get(0).name().withoutPackagePrefix())
                    : Optional.empty();
        }

        boolean isRequired(Direction direction) {
            return direction == Direction.SENT ? !isLeftOut() : isDemanded();
        }

        boolean isNullable(Direction direction) {
            return direction == Direction.SENT
                    ? component.type().hasAnnotation(NULLABLE) && !isLeftOut()
                    : !isDemanded();
        }

        private boolean isDemanded() {
            return DEMANDS.stream().anyMatch(demand -> field().hasDeclaredAnnotation(demand));
        }

        /** Says whether it is left out of JSON where it would be null. */
        private boolean isLeftOut() {
            return component.type().hasAnnotation(NULLABLE)
                    && Stream.<AnnotationTarget>of(field(), owner)
                            .map(place -> place.declaredAnnotation(INCLUDE))
                            .anyMatch(include -> include != null
                                    && include.value().asEnum().equals(JsonInclude.Include.NON_NULL.name()));
        }

        private FieldInfo field() {
            return owner.field(component.name());
        }
    }
}
