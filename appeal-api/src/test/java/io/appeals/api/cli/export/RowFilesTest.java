package io.appeals.api.cli.export;

import static io.appeals.api.cli.export.Records.MORNING;
import static io.appeals.api.cli.export.Records.decision;
import static io.appeals.api.cli.export.Records.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.cli.SoundLog;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaCatalogue;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Rows in files")
class RowFilesTest {

    @TempDir
    Path folder;

    private Path written(ExportFormat format, Topic topic, ConsumerRecord<String, byte[]> record) throws IOException {
        RowReader<?> reader = RowReader.of(topic);
        Path file = folder.resolve("rows." + format.suffix());
        try (RowFile rows = format.create(file, reader.schema())) {
            rows.write(reader.read(record));
        }
        return file;
    }

    private static ConsumerRecord<String, byte[]> enforcement() {
        RecordedEvent event = SoundLog.seeded(7).events().getFirst();
        return Records.of(
                Topic.EVENTS,
                2,
                7,
                MORNING,
                event.appealId(),
                Published.EVENTS.wireFormat().encode(event));
    }

    @Test
    void csvHasALineOfNamesAndALineARow() throws IOException {
        List<String> lines = Files.readAllLines(written(ExportFormat.CSV, Topic.DECISIONS, decision(2, 7, MORNING)));

        assertThat(lines)
                .containsExactly(
                        "kafkaKey,kafkaPartition,kafkaOffset,kafkaTimestamp,decisionId,appealId,sellerId,version,stage,"
                                + "subjectType,category,amountValue,amountCurrency,outcome,decidedBy,humanReviewerId,"
                                + "automation,reasonCodes,policyReferences,remedies,submittedAt,decidedAt,stageMillis",
                        "a-2,2,7,2026-11-24T08:00:00Z,d-2-7,a-2,S-1,4,FIRST_REVIEW,LISTING,,249.9000,EUR,OVERTURNED,rita,"
                                + "\"\",NONE,\"[\"\"GENUINE\"\",\"\"PROVED, \\\"\"twice\\\"\"\"\"]\",[],"
                                + "\"[\"\"LISTING_REINSTATED\"\"]\",,2026-11-24T08:00:00Z,90000");
    }

    @Test
    void csvHasARecordsFieldsInColumnsOfTheirOwn() throws IOException, SQLException {
        Path file = written(ExportFormat.CSV, Topic.EVENTS, enforcement());

        assertThat(DuckDb.query("select actor_type, actor_id, enforcementRecorded_subject_reference,"
                        + " appealOpened_category from read_csv('" + file + "')"))
                .containsExactly("PLATFORM|marketplace|" + subjectOfFirst() + "|null");
    }

    @Test
    void ndjsonHasTimesInIsoAmountsAsNumbersAndAllFields() throws IOException {
        Path file = written(ExportFormat.NDJSON, Topic.DECISIONS, decision(2, 7, MORNING));
        List<String> lines = Files.readAllLines(file);

        JsonNode row = new ObjectMapper().readTree(lines.getFirst());
        assertThat(lines).hasSize(1);
        assertThat(file).content().as("so that files can be put together").endsWith("}\n");
        assertThat(row.at("/kafkaKey").asText()).isEqualTo("a-2");
        assertThat(row.at("/kafkaTimestamp").asText()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(row.at("/decidedAt").asText()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(row.at("/amountValue").isNumber()).isTrue();
        assertThat(row.at("/amountValue").decimalValue()).isEqualByComparingTo("249.90");
        assertThat(row.at("/reasonCodes/1").asText()).isEqualTo("PROVED, \"twice\"");
        assertThat(row.at("/humanReviewerId").asText("none")).isEmpty();
        assertThat(row.at("/category").isNull()).isTrue();
    }

    @Test
    void parquetHasTimesAmountsAndListsAsWhatTheyAre() throws IOException, SQLException {
        Path file = written(ExportFormat.PARQUET, Topic.DECISIONS, decision(2, 7, MORNING));

        assertThat(DuckDb.query("select typeof(kafkaTimestamp), typeof(decidedAt), typeof(amountValue),"
                        + " typeof(reasonCodes), typeof(version), typeof(outcome) from '" + file + "'"))
                .containsExactly(
                        "TIMESTAMP WITH TIME ZONE|TIMESTAMP WITH TIME ZONE|DECIMAL(19,4)|VARCHAR[]|BIGINT|VARCHAR");
        assertThat(DuckDb.query("select kafkaKey, kafkaPartition, kafkaOffset, epoch_ms(kafkaTimestamp), amountValue,"
                        + " reasonCodes[2], len(policyReferences), outcome, category from '" + file + "'"))
                .containsExactly("a-2|2|7|" + MORNING.toEpochMilli() + "|249.9000|PROVED, \"twice\"|0|OVERTURNED|null");
    }

    @Test
    void parquetHasRecordsInRecords() throws IOException, SQLException {
        Path file = written(ExportFormat.PARQUET, Topic.EVENTS, enforcement());

        assertThat(DuckDb.query("select actor.type, enforcementRecorded.subject.reference, appealOpened is null from '"
                        + file + "'"))
                .containsExactly("PLATFORM|" + subjectOfFirst() + "|true");
    }

    @Test
    void parquetIsCompressed() throws IOException, SQLException {
        Path file = written(ExportFormat.PARQUET, Topic.EVENTS, enforcement());

        assertThat(DuckDb.query("select distinct compression from parquet_metadata('" + file + "')"))
                .containsExactly("ZSTD");
    }

    @Test
    void whatAnOlderReleaseWroteHasTodaysForm() throws IOException {
        ConsumerRecord<String, byte[]> today = status("a", 3, 7, MORNING);
        SchemaVersion first =
                SchemaCatalogue.builtIn().versions("appeals.status.v1-value").getFirst();

        RowReader<?> reader = RowReader.of(Topic.STATUS);
        GenericRecord row =
                reader.read(Records.of(Topic.STATUS, 0, 7, MORNING, "a", writtenWith(first, today.value())));

        assertThat(first.schema().getField("rounds")).isNull();
        assertThat(row.getSchema()).isEqualTo(reader.schema());
        assertThat(row.get("version")).isEqualTo(3L);
        assertThat(row.get("rounds")).isNull();
        assertThat(reader.read(today).get("rounds")).isEqualTo(0);
    }

    private static byte[] writtenWith(SchemaVersion version, byte[] today) throws IOException {
        GenericRecord value = new GenericDatumReader<GenericRecord>(
                        Published.STATUS.codec().schema(), version.schema())
                .read(null, DecoderFactory.get().binaryDecoder(today, 5, today.length - 5, null));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(version.id()).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(version.schema()).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static String subjectOfFirst() {
        return SoundLog.seeded(7).events().getFirst().sellerId().replace("S-", "L-");
    }
}
