// How every program here reads a topic: with the arguments
//
//   <bootstrap servers> <schema registry url>
import confluent from '@kafkajs/confluent-schema-registry';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { randomUUID } from 'node:crypto';
import { endInOneLine } from './failures.mjs';

const { SchemaRegistry } = confluent;
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;

// The product compresses with LZ4, which kafkajs leaves to a codec of one's own.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const [brokers, registryUrl] = process.argv.slice(2);
if (!registryUrl) {
  console.error('usage: node PROGRAM.mjs <bootstrap servers> <schema registry url>');
  process.exit(2);
}

endInOneLine(brokers, registryUrl);
export const registry = new SchemaRegistry({ host: registryUrl });
const cluster = { clientId: 'analyst-example', brokers: brokers.split(',') };
const kafka = new Kafka({ ...cluster, logLevel: logLevel.ERROR });
// The first to connect: where no broker is, each attempt would be a line of its own.
const silent = new Kafka({ ...cluster, logLevel: logLevel.NOTHING });

/** Hands every record that is in the topic now to `each`, in order within a partition. */
export async function readToEnd(topic, each) {
  const admin = silent.admin();
  await admin.connect();
  const open = new Map();
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (BigInt(high) > BigInt(low)) open.set(partition, BigInt(high));
  }
  await admin.disconnect();
  if (open.size === 0) return;

  // A group of our own, which nobody will ask for again. kafkajs reads only what is committed unless told otherwise.
  const consumer = kafka.consumer({ groupId: `analyst-example-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
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
