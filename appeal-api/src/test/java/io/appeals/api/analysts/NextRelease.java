package io.appeals.api.analysts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * The product's next release as far as readers see it: its schema of events has one kind more, AppealTransferred, under an id of
 * its own, and its schema registry knows that id beside all that there are today. Written with Avro alone, without our codec.
 */
final class NextRelease implements AutoCloseable {

    static final String NEW_KIND = "AppealTransferred";

    private static final int NEW_ID = 1_300;
    private static final Schema TRANSFERRED = SchemaBuilder.record(NEW_KIND)
            .namespace("io.appeals")
            .fields()
            .requiredString("toMarketplace")
            .endRecord();

    private final URI today;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private NextRelease(URI today, HttpServer server) {
        this.today = today;
        this.server = server;
    }

    /** @param today root of today's schema registry */
    static NextRelease beside(URI today) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        NextRelease next = new NextRelease(today, server);
        server.createContext("/", next::answer);
        server.start();
        return next;
    }

    String registryUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Today's schema of events, and one nullable field at its end. */
    static Schema eventSchema() {
        Schema today = Published.EVENTS.codec().schema();
        List<Schema.Field> fields = new ArrayList<>();
        today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field(
                "appealTransferred",
                Schema.createUnion(Schema.create(Schema.Type.NULL), TRANSFERRED),
                null,
                Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
    }

    /** An event of the new kind, right after one that there is, in the wire format. */
    static byte[] transferAfter(GenericRecord event) {
        GenericRecord transfer = new GenericData.Record(eventSchema());
        for (String kept : List.of(
                "appealId", "sellerId", "occurredAt", "recordedAt", "commandDigest", "actor", "status", "stage")) {
            transfer.put(kept, event.get(kept));
        }
        long version = (Long) event.get("version") + 1;
        transfer.put("version", version);
        transfer.put("eventId", event.get("appealId") + "|" + version);
        transfer.put("commandId", "transfer-" + event.get("appealId"));
        transfer.put("type", NEW_KIND);
        GenericRecord content = new GenericData.Record(TRANSFERRED);
        content.put("toMarketplace", "MARKET-2");
        transfer.put("appealTransferred", content);
        return wireFormat(transfer);
    }

    private static byte[] wireFormat(GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(0);
            out.writeInt(NEW_ID);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/schemas/ids/" + NEW_ID)) {
            String schema = new ObjectMapper()
                    .writeValueAsString(Map.of("schema", eventSchema().toString()));
            respond(exchange, 200, schema);
            return;
        }
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(today + path)).build(), HttpResponse.BodyHandlers.ofString());
            respond(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            respond(exchange, 503, "{}");
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Where its events go. */
    static String topic() {
        return Topic.EVENTS.topicName();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
