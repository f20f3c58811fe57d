package dev.standfirst.shared.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the class of a record says of its components. Reflection makes it anew for each who asks, so it is kept with the class.
 *
 * @param names of the components, in their order
 * @param types of the components, in the same order
 */
record RecordShape(Constructor<?> canonical, List<String> names, List<Type> types) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RecordShape read(Class<?> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return new RecordShape(
                    canonical,
                    components.stream().map(RecordComponent::getName).toList(),
                    components.stream().map(RecordComponent::getGenericType).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor", e);
        }
    }

    Object construct(@Nullable Object... values) {
        try {
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The canonical constructor must take anything: " + canonical, e);
        }
    }
}
