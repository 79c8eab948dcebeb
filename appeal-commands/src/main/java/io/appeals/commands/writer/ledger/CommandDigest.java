package io.appeals.commands.writer.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Sha;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.wire.FieldReader;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Part(String nameAndEquals, FieldReader reader) {}

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
        return new CommandDigest(BASE64.encodeToString(Sha.sha256().digest(bytes)), bytes.length);
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
            Object field = part.reader().read(record);
            if (field != null) {
                out.append(part.nameAndEquals());
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
            parts[i] = new Part(components[i].getName() + "=", FieldReader.of(components[i]));
        }
        return parts;
    }
}
