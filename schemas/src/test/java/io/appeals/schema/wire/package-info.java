@NullMarked
package io.appeals.schema.wire;

import org.jspecify.annotations.NullMarked;
