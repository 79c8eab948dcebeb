package io.appeals.api.cli.export;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Rows as Parquet: times, amounts, records and lists as what they are. */
final class ParquetRows implements RowFile {

    /** Default 128 MiB, which is held in memory for each file that is being written. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final ParquetWriter<GenericRecord> rows;

    ParquetRows(Path file, Schema schema) throws IOException {
        rows = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                .withConf(settings())
                .withSchema(schema)
                .withDataModel(GenericData.get())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withCodecFactory(new ZstdCodec())
                .build();
    }

    private static ParquetConfiguration settings() {
        ParquetConfiguration settings = new PlainParquetConfiguration();
        // Default true: lists in a form from before there was a standard, which not every reader takes for a list.
        settings.set(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, "false");
        return settings;
    }

    @Override
    public void write(GenericRecord row) throws IOException {
        rows.write(row);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
