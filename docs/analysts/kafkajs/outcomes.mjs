// Counts appeals by outcome from appeals.status.v1, as it stands now:
//
//   node outcomes.mjs localhost:9092 http://localhost:8080/schema-registry
//
// Prints one JSON object: {"appeals": 12, "byOutcome": {"UPHELD": 3}, "decisions": 4}.
import { readToEnd, registry } from './topics.mjs';

const rows = new Map();
await readToEnd('appeals.status.v1', async ({ key, value }) => {
  const row = await registry.decode(value);
  const known = rows.get(key.toString());
  // A row with a lower version than one that is known is old.
  if (known === undefined || row.version >= known.version) rows.set(key.toString(), row);
});

const decisions = new Set();
await readToEnd('appeals.decisions.v1', async ({ value }) => {
  decisions.add((await registry.decode(value)).decisionId);
});

const byOutcome = {};
for (const { outcome } of rows.values()) {
  if (outcome !== null) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
}
console.log(JSON.stringify({ appeals: rows.size, byOutcome, decisions: decisions.size }));
