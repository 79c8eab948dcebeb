package io.appeals.commands.writer.store;

import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.writer.ledger.KnownAppeal;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.ledger.RememberedCommand;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.RecordCodec;

/** How the store's rows are written, and the name of all that decides what stands in them. */
final class StoreRows {

    static final RecordCodec<KnownAppeal> APPEAL = RecordCodec.of(KnownAppeal.class);
    static final RecordCodec<RememberedCommand> COMMAND = RecordCodec.of(RememberedCommand.class);
    static final RecordCodec<LogPosition> POSITION = RecordCodec.of(LogPosition.class);

    /** Of the keys' and column families' layout. */
    private static final int LAYOUT = 1;

    private StoreRows() {}

    /**
     * A store of another identity is thrown away: its rows were written in another form, or folded by other rules, or
     * from events of which this release can read more.
     */
    static String identity() {
        return "layout=" + LAYOUT + " fold=" + AppealState.FOLD_VERSION + " appeal=" + hex(APPEAL) + " command="
                + hex(COMMAND) + " position=" + hex(POSITION) + " event=" + hex(Published.EVENTS.codec());
    }

    private static String hex(RecordCodec<?> codec) {
        return Long.toHexString(codec.fingerprint());
    }
}
