import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Made-up cases: each is enforced by the marketplace, opened, given an invoice and submitted by the seller. Put your own
 * here.
 */
final class Cases {

    private static final byte[] NAMESPACE = HexFormat.of().parseHex("6f0b7a525d3c5c8e9d610f4b9c1e7a30");

    private final Schema schema;
    private final String run;

    /** @param schema of the commands, as the registry has it */
    Cases(Schema schema, String run) {
        this.schema = schema;
        this.run = run;
    }

    /** The appeal's id is a version 5 UUID of sellerId|TYPE|reference: anybody can compute it. */
    static String appealId(String sellerId, String type, String reference) {
        byte[] hash = digest("SHA-1", NAMESPACE, (sellerId + "|" + type + "|" + reference).getBytes(UTF_8));
        hash[6] = (byte) (hash[6] & 0x0f | 0x50);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        ByteBuffer id = ByteBuffer.wrap(hash);
        return new UUID(id.getLong(), id.getLong()).toString();
    }

    /** The commands of one case, in the order in which they are to be decided. Ids name them for ever: they must not change. */
    List<GenericRecord> commandsOf(int number) {
        String sellerId = "S-" + run + "-" + number % 50;
        String reference = "L-" + run + "-" + number;
        return List.of(
                command(number, "enforce", "PLATFORM", "market", sellerId, "RecordEnforcement", content -> {
                    content.put("sellerId", sellerId);
                    content.put("subject", subject(content, reference));
                    content.put("restriction", "LISTING_REMOVED");
                    content.put("decisionGround", "Terms of sale, 4.2");
                    content.put("facts", "Three buyers reported a counterfeit.");
                }),
                command(number, "open", "SELLER", sellerId, sellerId, "OpenAppeal", content -> {
                    content.put("sellerId", sellerId);
                    content.put("subject", subject(content, reference));
                    content.put("category", "PRODUCT_AUTHENTICITY");
                    content.put("statement", "The goods were bought from the brand itself; the invoice is attached.");
                    content.put("desiredRemedies", List.of("LISTING_REINSTATED"));
                }),
                command(number, "invoice", "SELLER", sellerId, sellerId, "AttachEvidence", content -> {
                    content.put("evidenceId", "invoice-1");
                    content.put("kind", "PURCHASE_INVOICE");
                    content.put("fileName", "invoice.pdf");
                    content.put("contentType", "application/pdf");
                    content.put("sizeBytes", 48_213L);
                    content.put("sha256", HexFormat.of().formatHex(digest("SHA-256", reference.getBytes(UTF_8))));
                    content.put("location", "https://files.example/" + reference + ".pdf");
                }),
                command(number, "submit", "SELLER", sellerId, sellerId, "SubmitAppeal", content -> {
                    GenericRecord declaration = part(content, "truthDeclaration");
                    declaration.put("accepted", true);
                    declaration.put("signer", "A. Seller");
                    content.put("truthDeclaration", declaration);
                }));
    }

    private GenericRecord command(
            int number,
            String name,
            String actorType,
            String actorId,
            String sellerId,
            String type,
            Consumer<GenericRecord> fill) {
        GenericRecord command = new GenericData.Record(schema);
        command.put("commandId", run + "-" + number + "-" + name);
        command.put("appealId", appealId(sellerId, "LISTING", "L-" + run + "-" + number));
        GenericRecord actor = part(command, "actor");
        actor.put("type", actorType);
        actor.put("id", actorId);
        command.put("actor", actor);
        command.put("issuedAt", System.currentTimeMillis());
        command.put("type", type);
        String field = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        GenericRecord content = part(command, field);
        fill.accept(content);
        command.put(field, content);
        return command;
    }

    private static GenericRecord subject(GenericRecord content, String reference) {
        GenericRecord subject = part(content, "subject");
        subject.put("type", "LISTING");
        subject.put("reference", reference);
        for (String ids : List.of("orderIds", "transactionIds", "listingIds")) {
            subject.put(ids, List.of());
        }
        return subject;
    }

    /** An empty record for a field of another one, optional or not. */
    private static GenericRecord part(GenericRecord whole, String field) {
        Schema schema = whole.getSchema().getField(field).schema();
        return new GenericData.Record(
                schema.isUnion()
                        ? schema.getTypes().stream()
                                .filter(type -> type.getType() == Schema.Type.RECORD)
                                .findFirst()
                                .orElseThrow()
                        : schema);
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
