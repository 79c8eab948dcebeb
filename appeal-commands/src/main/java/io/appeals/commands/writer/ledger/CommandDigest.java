package io.appeals.commands.writer.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.schema.appeal.Money;
import io.appeals.schema.command.IssuedCommand;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of what a command asks for: of its type, content, appeal and actor, but not of when it was issued nor
 * of the version it expects, which may differ between two tries of the same command.
 *
 * <p>It is taken of the fields that are given, by name, and not of the wire's bytes: a field or a kind of command that
 * a later release adds must not make a repeated command look like another one.
 *
 * @param digest SHA-256 in base64url, 43 characters
 * @param contentBytes how much was digested: about what the command weighs
 */
public record CommandDigest(String digest, int contentBytes) {

    private static final int USUAL_SIZE = 512;

    private record Part(String name, MethodHandle accessor) {}

    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            return partsOf(type);
        }
    };

    public static CommandDigest of(IssuedCommand issued) {
        StringBuilder content = new StringBuilder(USUAL_SIZE);
        text(content, issued.appealId());
        value(content, issued.actor());
        text(content, issued.command().type());
        value(content, issued.command());
        byte[] bytes = content.toString().getBytes(UTF_8);
        return new CommandDigest(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(bytes)), bytes.length);
    }

    /** Instants and amounts as precise as they travel, so that both ways of a command give one digest. */
    private static void value(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("~;");
            case String text -> text(out, text);
            case Enum<?> word -> text(out, word.name());
            case Instant time -> out.append(time.toEpochMilli()).append(';');
            case BigDecimal amount ->
                out.append(amount.setScale(Money.MAX_SCALE, RoundingMode.HALF_EVEN)
                                .toPlainString())
                        .append(';');
            case List<?> list -> {
                out.append('[').append(list.size()).append(';');
                list.forEach(each -> value(out, each));
            }
            case Record record -> fields(out, record);
            default -> out.append(value).append(';');
        }
    }

    private static void fields(StringBuilder out, Record record) {
        out.append('{');
        for (Part part : PARTS.get(record.getClass())) {
            Object field = get(part.accessor(), record);
            if (field != null) {
                out.append(part.name()).append('=');
                value(out, field);
            }
        }
        out.append('}');
    }

    /** The length stands before the text, so that no text can look like two fields. */
    private static void text(StringBuilder out, String text) {
        out.append(text.length()).append(':').append(text);
    }

    private static Part[] partsOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Part[] parts = new Part[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part(components[i].getName(), accessor(components[i]));
        }
        return parts;
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Record.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    private static @Nullable Object get(MethodHandle accessor, Record record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (Throwable e) {
            throw new IllegalStateException("a record's accessor failed: " + accessor, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
