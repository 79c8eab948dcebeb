/** The built-in schemas, told in the protocol of Confluent's schema registry, so that any tool decodes the topics. */
@NullMarked
package io.appeals.api.registry;

import org.jspecify.annotations.NullMarked;
