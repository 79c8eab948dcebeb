package io.appeals.api.cli.export;

import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes rows of records. Whatever version of the schema a record was written with, its row has today's form, by the same
 * wire format that the product itself reads with.
 */
final class RowReader<T extends Record> {

    private final Published<T> published;
    private final WireFormat<T> format;
    private final Schema schema;
    private final GenericDatumReader<GenericRecord> values;

    private RowReader(Published<T> published) {
        this.published = published;
        this.format = published.wireFormat();
        this.schema = RowSchema.of(published.codec().schema());
        this.values = new GenericDatumReader<>(published.codec().schema());
    }

    static RowReader<?> of(Topic topic) {
        return Published.ALL.stream()
                .filter(published -> published.topic() == topic)
                .<RowReader<?>>map(RowReader::new)
                .findFirst()
                .orElseThrow();
    }

    /** The schema of the rows. */
    Schema schema() {
        return schema;
    }

    /** @throws UndecodableRecordException when the record's value is not what its topic holds */
    GenericRecord read(ConsumerRecord<String, byte[]> record) {
        GenericRecord value = value(record.value());
        GenericRecord row = new GenericData.Record(schema);
        row.put(RowSchema.KEY, record.key());
        row.put(RowSchema.PARTITION, record.partition());
        row.put(RowSchema.OFFSET, record.offset());
        row.put(RowSchema.TIMESTAMP, record.timestamp());
        for (Schema.Field field : value.getSchema().getFields()) {
            row.put(field.name(), value.get(field.pos()));
        }
        return row;
    }

    private GenericRecord value(byte[] bytes) {
        if (bytes == null) {
            throw new UndecodableRecordException("it has no value");
        }
        byte[] avro = published.codec().encode(format.decode(bytes));
        try {
            return values.read(null, DecoderFactory.get().binaryDecoder(avro, null));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot be read", impossible);
        }
    }
}
