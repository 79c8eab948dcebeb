// Counts appeals by outcome from appeals.status.v1, as it stands now:
//
//   node outcomes.mjs localhost:9092 http://localhost:8080/schema-registry
//
// Prints one JSON object: {"appeals": 12, "byOutcome": {"UPHELD": 3}, "decisions": 4}.
import confluent from '@kafkajs/confluent-schema-registry';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { randomUUID } from 'node:crypto';

const { SchemaRegistry } = confluent;
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;

// The product compresses with LZ4, which kafkajs leaves to a codec of one's own.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const [brokers, registryUrl] = process.argv.slice(2);
if (!registryUrl) {
  console.error('usage: node outcomes.mjs <bootstrap servers> <schema registry url>');
  process.exit(2);
}

const registry = new SchemaRegistry({ host: registryUrl });
const kafka = new Kafka({
  clientId: 'outcomes-example',
  brokers: brokers.split(','),
  logLevel: logLevel.ERROR,
});

/** Hands every record that is in the topic now to `each`, in order within a partition. */
async function readToEnd(topic, each) {
  const admin = kafka.admin();
  await admin.connect();
  const open = new Map();
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (BigInt(high) > BigInt(low)) open.set(partition, BigInt(high));
  }
  await admin.disconnect();
  if (open.size === 0) return;

  // A group of our own, which nobody will ask for again. kafkajs reads only what is committed unless told otherwise.
  const consumer = kafka.consumer({ groupId: `outcomes-example-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise((resolve, reject) => {
    consumer
      .run({
        autoCommit: false,
        // A batch also tells how far the markers of transactions reach, which are offsets without a record.
        eachBatch: async ({ batch }) => {
          const end = open.get(batch.partition);
          for (const message of batch.messages) {
            if (end === undefined || BigInt(message.offset) >= end) continue;
            try {
              await each(message);
            } catch (e) {
              reject(e);
              return;
            }
          }
          if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) {
            open.delete(batch.partition);
            if (open.size === 0) resolve();
          }
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
}

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
