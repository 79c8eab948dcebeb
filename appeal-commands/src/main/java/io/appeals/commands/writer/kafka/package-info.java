/** Partition owners on Kafka: who owns what, the transactions, the recovery, and the way to another node's owner. */
@NullMarked
package io.appeals.commands.writer.kafka;

import org.jspecify.annotations.NullMarked;
