package io.appeals.schema.wire;

import io.appeals.schema.appeal.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes valid records of any published type, always the same ones for a seed. */
final class RandomRecords {

    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "TND");

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** One record for every variant that the type can hold, or a single one where it holds none. */
    <T extends Record> Stream<T> everyVariantOf(Class<T> type) {
        List<Class<?>> variants = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .filter(Class::isSealed)
                .flatMap(choice -> Arrays.stream(choice.getPermittedSubclasses()))
                .toList();
        return variants.isEmpty()
                ? Stream.of(type.cast(record(type, null)))
                : variants.stream().map(variant -> type.cast(record(type, variant)));
    }

    private Object record(Class<?> type, @Nullable Class<?> variant) {
        if (type == Money.class) {
            return new Money(
                    BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(Money.MAX_SCALE + 1)),
                    CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType().isSealed() && variant != null
                        ? record(variant, null)
                        : component(component))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " could not be made", e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean absent = component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
        return absent ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(list.getActualTypeArguments()[0]))
                    .toList();
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        return plain.isRecord() ? record(plain, null) : scalar(plain);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return random.ints(random.nextInt(12), 32, 0x2FF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), Money.MAX_SCALE);
        }
        if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            return bytes;
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        return type == int.class || type == Integer.class ? (Object) random.nextInt() : (Object) random.nextLong();
    }
}
