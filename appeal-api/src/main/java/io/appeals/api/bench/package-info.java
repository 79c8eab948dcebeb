/** Measures the write path, from inside and over HTTP, against a plain producer on the same broker. */
@NullMarked
package io.appeals.api.bench;

import org.jspecify.annotations.NullMarked;
