// Counts the events of appeals.events.v1 by kind, as the log stands now:
//
//   node events.mjs localhost:9092 http://localhost:8080/schema-registry
//
// Prints one JSON object: {"AppealSubmitted": 12, "AppealDecided": 4}. A kind that a later release adds is counted as well.
import { readToEnd, registry } from './topics.mjs';

const byType = {};
const seen = new Set();
await readToEnd('appeals.events.v1', async ({ value }) => {
  const { eventId, type } = await registry.decode(value);
  // What was sent twice has the same id.
  if (seen.has(eventId)) return;
  seen.add(eventId);
  byType[type] = (byType[type] ?? 0) + 1;
});
console.log(JSON.stringify(byType));
