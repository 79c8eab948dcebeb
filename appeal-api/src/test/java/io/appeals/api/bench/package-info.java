@NullMarked
package io.appeals.api.bench;

import org.jspecify.annotations.NullMarked;
