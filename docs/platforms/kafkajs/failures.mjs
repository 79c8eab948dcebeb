// Ends the program with one line where the broker or the schema registry cannot be used. Anything else is a mistake in the
// program, and shown with all there is to find it.

// The registry's client puts its own name before the reason, and behind it an answer that it could not show.
const AROUND_THE_REASON = /^Confluent_Schema_Registry - |: \[object Object\]$/g;

export function endInOneLine(brokers, registryUrl) {
  process.on('uncaughtException', (failure) => {
    console.error(oneLine(failure, brokers, registryUrl) ?? failure);
    process.exit(1);
  });
}

function oneLine(failure, brokers, registryUrl) {
  const name = failure?.name ?? '';
  if (name === 'ResponseError' || name.startsWith('ConfluentSchemaRegistry')) {
    const why = failure.message.split('\n', 1)[0].replace(AROUND_THE_REASON, '');
    return `the schema registry at ${registryUrl} (such as http://localhost:8080/schema-registry) cannot be used: ${why}`;
  }
  // kafkajs gives up with an error of its own, behind which is what happened; and with a plain one where no broker answers.
  if (name.startsWith('KafkaJS') || failure?.message === 'Broker not connected') {
    return `Kafka at ${brokers} (such as localhost:9092) cannot be used: ${failure.cause?.message ?? failure.message}`;
  }
  return undefined;
}
