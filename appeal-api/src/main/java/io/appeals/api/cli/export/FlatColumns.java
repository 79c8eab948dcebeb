package io.appeals.api.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table without nesting: a record's fields become columns of their own, {@code actor_id}; a list stays
 * in one, as JSON.
 */
final class FlatColumns {

    private record Column(String name, List<String> path) {}

    private final List<Column> columns = new ArrayList<>();

    FlatColumns(Schema row) {
        add(row, List.of());
    }

    private void add(Schema record, List<String> path) {
        for (Schema.Field field : record.getFields()) {
            List<String> here = new ArrayList<>(path);
            here.add(field.name());
            Schema present = RowSchema.present(field.schema());
            if (present.getType() == Schema.Type.RECORD) {
                add(present, here);
            } else {
                columns.add(new Column(String.join("_", here), here));
            }
        }
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The row's value in each column, in their order; null where there is nothing. */
    @Nullable
    String[] values(JsonNode row) {
        @Nullable String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = text(row, columns.get(i).path());
        }
        return values;
    }

    private static @Nullable String text(JsonNode row, List<String> path) {
        JsonNode value = row;
        for (String name : path) {
            value = value.path(name);
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
