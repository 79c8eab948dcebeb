// Streams made-up cases to appeals.commands.v1 and follows what becomes of each command:
//
//   node stream.mjs localhost:9092 http://localhost:8080/schema-registry journal.ndjson run-1 1000
//
// Kill it and start it again with the same arguments: it goes on where it was, and nothing is applied twice.
// Prints one JSON object: {"cases": 1000, "commands": 4000, "refused": 0, "perSecond": 2900}. Ends with 1 if any was refused.
import confluent from '@kafkajs/confluent-schema-registry';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { randomUUID } from 'node:crypto';
import { commandsOf } from './appeals.mjs';
import { endInOneLine } from './failures.mjs';
import { Journal } from './journal.mjs';

const { CompressionCodecs, CompressionTypes, Kafka, Partitioners, logLevel } = kafkajs;

// The product compresses with LZ4, which kafkajs leaves to a codec of one's own.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const CASES_IN_FLIGHT = 250;
const CASES_AT_ONCE = 50;
const PATIENCE_MILLIS = 15_000;

const [brokers, registryUrl, journalFile, run, cases, platform, ...surplus] = process.argv.slice(2);
if (!/^[1-9][0-9]*$/.test(cases) || surplus.length > 0) {
  console.error('usage: node stream.mjs <bootstrap servers> <schema registry url> <journal> <name of the run> <cases> [<platform>]');
  process.exit(2);
}

// With a platform's name at the end: that platform's own topics.
const own = platform === undefined ? '' : `${platform}.`;
const commandsTopic = `appeals.commands.${own}v1`;
const resultsTopic = `appeals.command-results.${own}v1`;
const groupId = `${platform === undefined ? 'platform-' : `platform.${own}`}example-${randomUUID()}`;

endInOneLine(brokers, registryUrl);
const registry = new confluent.SchemaRegistry({ host: registryUrl });
const cluster = { clientId: `streaming-example-${run}`, brokers: brokers.split(',') };
const kafka = new Kafka({
  ...cluster,
  logLevel: logLevel.ERROR,
  // The default gives a broker up after some seconds; one that starts again takes longer.
  retry: { initialRetryTime: 300, maxRetryTime: 5_000, retries: 20 },
});
const journal = new Journal(journalFile);
const waiting = new Map();

/** Fails soon where no broker is, and without a line for each attempt: the patience is for one that was there. */
async function findBroker() {
  const admin = new Kafka({ ...cluster, logLevel: logLevel.NOTHING, retry: { retries: 2 } }).admin();
  await admin.connect();
  await admin.disconnect();
}

/** Resolves once results that are published from now on will be seen: only then may anything be sent. */
async function followResults() {
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topic: resultsTopic, fromBeginning: false });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (payload.restart) return;
    console.error(`results can no longer be followed: ${payload.error.message}`);
    process.exit(1);
  });
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  const fetching = new Promise((resolve) => consumer.on(consumer.events.FETCH, resolve));
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message: { key, value } }) => {
      // Keyed by commandId: what is not ours is not even decoded.
      const answered = waiting.get(key.toString());
      if (answered === undefined) return;
      writeDown(await registry.decode(value));
      waiting.delete(key.toString());
      answered();
    },
  });
  await joined;
  await fetching;
  return consumer;
}

/** Without its journal the program does not know what it has done: it ends, and nothing is lost by that. */
function writeDown(answer) {
  try {
    journal.add(answer);
  } catch (failure) {
    console.error(`the journal ${journalFile} cannot be written: ${failure.message}`);
    process.exit(1);
  }
}

/** Those commands of a case that have no answer yet, in order: an appeal's commands are in one partition, so they stay in it. */
const openCommandsOf = (number) => commandsOf(run, number).filter(({ commandId }) => !journal.has(commandId));

const producer = kafka.producer({
  idempotent: true,
  maxInFlightRequests: 1,
  createPartitioner: Partitioners.DefaultPartitioner,
});
const schemaId = await registry.getLatestSchemaId(`${commandsTopic}-value`);

/** Sends what is open of these cases until all of it is answered; a command that is sent again gets its first answer again. */
async function carryOut(numbers) {
  for (let open = numbers.flatMap(openCommandsOf); open.length > 0; open = numbers.flatMap(openCommandsOf)) {
    const answers = open.map(({ commandId }) => new Promise((resolve) => waiting.set(commandId, resolve)));
    const messages = [];
    for (const command of open) {
      messages.push({ key: command.appealId, value: await registry.encode(schemaId, command) });
    }
    await producer.send({ topic: commandsTopic, acks: -1, compression: CompressionTypes.GZIP, messages });
    let patience;
    await Promise.race([
      Promise.all(answers),
      new Promise((resolve) => (patience = setTimeout(sayThatItWaits, PATIENCE_MILLIS, resolve))),
    ]);
    clearTimeout(patience);
  }
}

function sayThatItWaits(resolve) {
  console.error(`${waiting.size} commands have no answer on ${resultsTopic} yet; what is late is sent again`);
  resolve();
}

await findBroker();
const results = await followResults();
await producer.connect();
const begun = Date.now();
let next = 0;
let sent = 0;
// No more cases under way than this, so that neither side has to hold back more than it can.
await Promise.all(
  Array.from({ length: CASES_IN_FLIGHT / CASES_AT_ONCE }, async () => {
    while (next < Number(cases)) {
      const numbers = [];
      while (numbers.length < CASES_AT_ONCE && next < Number(cases)) numbers.push(next++);
      sent += numbers.flatMap(openCommandsOf).length;
      await carryOut(numbers);
    }
  }),
);
const seconds = (Date.now() - begun) / 1000;
await producer.disconnect();
await results.disconnect();

const commandIds = Array.from({ length: Number(cases) }, (_, number) =>
  commandsOf(run, number).map(({ commandId }) => commandId),
).flat();
const refused = journal.refused(commandIds);
for (const { commandId, rejection } of refused) console.error(`${commandId} was refused: ${rejection.detail}`);
console.log(
  JSON.stringify({
    cases: Number(cases),
    commands: commandIds.length,
    refused: refused.length,
    perSecond: Math.round(sent / seconds),
  }),
);
process.exit(refused.length > 0 ? 1 : 0);
