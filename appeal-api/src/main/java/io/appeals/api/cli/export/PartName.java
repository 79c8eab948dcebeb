package io.appeals.api.cli.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file of rows.
 *
 * @param offset of its first row
 */
record PartName(int partition, long offset) {

    private static final String UNFINISHED = ".unfinished";
    private static final Pattern FORM =
            Pattern.compile("\\.?part-(\\d{1,9})-(\\d{1,18})\\.[a-z]+(" + UNFINISHED + ")?");

    static Optional<PartName> of(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new PartName(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    String finished(ExportFormat format) {
        return "part-" + partition + "-" + offset + "." + format.suffix();
    }

    /** While it is written; readers that look for a format's files do not find it. */
    String unfinished(ExportFormat format) {
        return "." + finished(format) + UNFINISHED;
    }
}
