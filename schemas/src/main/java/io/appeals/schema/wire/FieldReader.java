package io.appeals.schema.wire;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads one component of a record. Made as a lambda would be, because a method handle that is no constant is called
 * several times slower, and every field of every event pays it.
 */
@FunctionalInterface
public interface FieldReader {

    /** The component's value, numbers and flags boxed. */
    @Nullable
    Object read(Object holder);

    /** @throws IllegalArgumentException if the record's package keeps it from being read */
    static FieldReader of(RecordComponent component) {
        Class<?> holder = component.getDeclaringRecord();
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(holder, MethodHandles.lookup());
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (FieldReader) LambdaMetafactory.metafactory(
                            lookup,
                            "read",
                            MethodType.methodType(FieldReader.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            MethodType.methodType(
                                    MethodType.methodType(component.getType())
                                            .wrap()
                                            .returnType(),
                                    holder))
                    .getTarget()
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalArgumentException(component + " of " + holder + " cannot be read", e);
        }
    }
}
