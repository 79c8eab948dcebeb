@NullMarked
package io.appeals.api.limit;

import org.jspecify.annotations.NullMarked;
