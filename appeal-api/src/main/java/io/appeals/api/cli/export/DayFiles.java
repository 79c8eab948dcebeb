package io.appeals.api.cli.export;

import io.appeals.api.cli.export.Manifest.CountedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The files of a portion of a partition, one a day (UTC); none has its own name before it is complete and on disk. */
final class DayFiles implements AutoCloseable {

    /** Records come nearly in order of time, and each open file takes memory. */
    private static final int MOST_OPEN = 8;

    private record OpenFile(Path folder, PartName name, RowFile rows) {}

    private final Path folder;
    private final ExportFormat format;
    private final Schema schema;
    private final List<CountedFile> finished = new ArrayList<>();
    private final Map<LocalDate, OpenFile> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    DayFiles(Path folder, ExportFormat format, Schema schema) {
        this.folder = folder;
        this.format = format;
        this.schema = schema;
    }

    /** Adds the row that the record became to its day. */
    void add(ConsumerRecord<?, ?> record, GenericRecord row) throws IOException {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(record.timestamp()), ZoneOffset.UTC);
        OpenFile file = open.get(day);
        if (file == null) {
            file = begin(day, new PartName(record.partition(), record.offset()));
        }
        file.rows().write(row);
    }

    private OpenFile begin(LocalDate day, PartName name) throws IOException {
        if (open.size() == MOST_OPEN) {
            Iterator<OpenFile> leastRecentFirst = open.values().iterator();
            finish(leastRecentFirst.next());
            leastRecentFirst.remove();
        }
        Path folderOfDay = Files.createDirectories(folder.resolve("date=" + day));
        OpenFile file =
                new OpenFile(folderOfDay, name, format.create(folderOfDay.resolve(name.unfinished(format)), schema));
        open.put(day, file);
        return file;
    }

    /**
     * Completes all files.
     *
     * @return what was written, those that were completed before included
     */
    List<CountedFile> finish() throws IOException {
        for (OpenFile file : open.values()) {
            finish(file);
        }
        open.clear();
        return List.copyOf(finished);
    }

    private void finish(OpenFile file) throws IOException {
        file.rows().close();
        Path unfinished = file.folder().resolve(file.name().unfinished(format));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path complete = file.folder().resolve(file.name().finished(format));
        Files.move(unfinished, complete, StandardCopyOption.ATOMIC_MOVE);
        finished.add(new CountedFile(file.folder().getFileName() + "/" + complete.getFileName(), Files.size(complete)));
    }

    /** Gives up what is not finished. */
    @Override
    public void close() throws IOException {
        for (OpenFile file : open.values()) {
            file.rows().close();
        }
        open.clear();
    }
}
