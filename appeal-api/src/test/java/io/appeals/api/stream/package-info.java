@NullMarked
package io.appeals.api.stream;

import org.jspecify.annotations.NullMarked;
