package io.appeals.commands.appeal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies of a record, nested ones included, with one field changed in each. */
final class FieldChanges {

    /** @param pointer JSON pointer to the field that is changed */
    record Changed(String pointer, Record record) {}

    /** Which fields are changed, and to what. */
    interface Change {

        boolean appliesTo(RecordComponent component);

        @Nullable
        Object replacement();
    }

    /** Texts become empty, optional ones too. */
    static final Change EMPTY_TEXT = change(component -> component.getType() == String.class, "");

    /** What must be there is left out. */
    static final Change LEFT_OUT = change(
            component -> !component.getType().isPrimitive()
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
            null);

    private FieldChanges() {}

    static List<Changed> of(Record record, Change change) {
        List<Changed> all = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int index = i;
            String pointer = "/" + components[i].getName();
            if (change.appliesTo(components[i])) {
                copy(record, index, change.replacement()).ifPresent(copy -> all.add(new Changed(pointer, copy)));
            }
            switch (values(record)[i]) {
                case Record nested ->
                    of(nested, change)
                            .forEach(inner -> copy(record, index, inner.record())
                                    .ifPresent(copy -> all.add(new Changed(pointer + inner.pointer(), copy))));
                case List<?> list
                when !list.isEmpty() && list.getFirst() instanceof Record first ->
                    of(first, change)
                            .forEach(inner -> copy(record, index, List.of(inner.record()))
                                    .ifPresent(copy -> all.add(new Changed(pointer + "/0" + inner.pointer(), copy))));
                case null, default -> {}
            }
        }
        return all;
    }

    /** Empty where the record itself refuses the change. */
    private static Optional<Record> copy(Record record, int index, @Nullable Object replacement) {
        Object[] values = values(record);
        values[index] = replacement;
        Class<?>[] types = Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        try {
            return Optional.of(record.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object[] values(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(record);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray();
    }

    private static Change change(Predicate<RecordComponent> which, @Nullable Object replacement) {
        return new Change() {
            @Override
            public boolean appliesTo(RecordComponent component) {
                return which.test(component);
            }

            @Override
            public @Nullable Object replacement() {
                return replacement;
            }
        };
    }
}
