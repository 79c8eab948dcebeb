@NullMarked
package io.appeals.schema.topic;

import org.jspecify.annotations.NullMarked;
