@NullMarked
package io.appeals.api.time;

import org.jspecify.annotations.NullMarked;
