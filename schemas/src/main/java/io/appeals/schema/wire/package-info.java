/** How records travel: Avro in the Confluent wire format with CloudEvents headers. */
@NullMarked
package io.appeals.schema.wire;

import org.jspecify.annotations.NullMarked;
