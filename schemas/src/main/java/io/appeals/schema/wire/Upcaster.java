package io.appeals.schema.wire;

/**
 * The place for what Avro's own schema resolution cannot do: giving a record that an older release wrote the meaning
 * that today's code expects. Everything downstream sees today's form only.
 */
@FunctionalInterface
public interface Upcaster<T> {

    /**
     * @param value as resolved to today's schema
     * @param writtenVersion the version, within its subject, of the schema that it was written with
     */
    T upcast(T value, int writtenVersion);

    static <T> Upcaster<T> none() {
        return (value, writtenVersion) -> value;
    }

    /** Applies {@code step} to what was written before {@code version}, and then what follows. */
    default Upcaster<T> before(int version, java.util.function.UnaryOperator<T> step) {
        return (value, writtenVersion) -> upcast(writtenVersion < version ? step.apply(value) : value, writtenVersion);
    }
}
