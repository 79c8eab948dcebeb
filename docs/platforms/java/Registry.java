import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Schemas by their ids, and records in Confluent's wire format: what Confluent's serializers do, in a few lines. */
final class Registry {

    record Latest(int id, Schema schema) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Schema> known = new ConcurrentHashMap<>();
    private final String url;

    Registry(String url) {
        this.url = url;
    }

    Latest latest(String subject) {
        JsonNode found = get("/subjects/" + subject + "/versions/latest");
        return new Latest(
                found.path("id").asInt(),
                new Schema.Parser().parse(found.path("schema").asText()));
    }

    static byte[] encode(int id, GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(0);
        out.writeInt(id);
        new GenericDatumWriter<GenericRecord>(record.getSchema())
                .write(record, EncoderFactory.get().directBinaryEncoder(out, null));
        return bytes.toByteArray();
    }

    GenericRecord decode(byte[] value) throws IOException {
        int id = ByteBuffer.wrap(value).getInt(1);
        Schema schema = known.computeIfAbsent(
                id,
                _ -> new Schema.Parser()
                        .parse(get("/schemas/ids/" + id).path("schema").asText()));
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the schema registry answers " + url + path + " with " + response.statusCode());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("the schema registry at " + url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
