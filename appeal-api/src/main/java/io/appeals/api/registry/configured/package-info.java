/** A schema registry of the operator's own, from which the ids on the wire then come. */
@NullMarked
package io.appeals.api.registry.configured;

import org.jspecify.annotations.NullMarked;
