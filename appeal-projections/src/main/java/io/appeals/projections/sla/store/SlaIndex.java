package io.appeals.projections.sla.store;

import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.store.DerivedIndex;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The indexes of the projection: deadlines by time, breaches by time, and a seller's alerts. */
public final class SlaIndex implements DerivedIndex {

    private static final WireFormat<SlaAlert> ALERTS = Published.SLA_ALERTS.wireFormat();
    private static final byte[] NOTHING = new byte[0];

    @Override
    public boolean covers(byte[] key) {
        return key[0] == SlaKeys.APPEAL || key[0] == SlaKeys.ALERT;
    }

    @Override
    public List<IndexEntry> entriesOf(byte[] key, byte[] value) {
        if (key[0] == SlaKeys.ALERT) {
            SlaAlert alert = ALERTS.decode(value);
            return List.of(new IndexEntry(SlaKeys.alertOf(alert.sellerId(), key), NOTHING));
        }
        return ofAppeal(StoredAppeal.CODEC.decode(value));
    }

    private static List<IndexEntry> ofAppeal(StoredAppeal row) {
        List<IndexEntry> entries = new ArrayList<>();
        String appealId = row.clocks().appealId();
        String sellerId = row.clocks().sellerId();
        for (int i = 0; i < row.outlooks().size(); i++) {
            SlaClock clock = row.clocks().live().get(i);
            StoredAppeal.Outlook outlook = row.outlooks().get(i);
            for (DueMoment moment : outlook.pending()) {
                entries.add(new IndexEntry(SlaKeys.deadline(appealId, clock, moment), NOTHING));
            }
            String name = ClockName.of(appealId, clock);
            Instant breachAt = outlook.breachAt();
            ClockTag tag = new ClockTag(
                    clock.state(), breachAt != null, row.clocks().facts().category());
            entries.add(at(SlaKeys.breaches(null), breachAt, name, tag.toBytes()));
            entries.add(at(SlaKeys.breaches(sellerId), breachAt, name, NOTHING));
        }
        if (!row.outlooks().isEmpty()) {
            Instant first = row.firstBreach().orElse(null);
            entries.add(at(SlaKeys.appealBreaches(null), first, appealId, NOTHING));
            entries.add(at(SlaKeys.appealBreaches(sellerId), first, appealId, NOTHING));
        }
        return entries;
    }

    private static IndexEntry at(byte[] prefix, @Nullable Instant moment, String name, byte[] value) {
        return new IndexEntry(SlaKeys.at(prefix, moment, name), value);
    }
}
