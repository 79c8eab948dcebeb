@NullMarked
package io.appeals.api.topics;

import org.jspecify.annotations.NullMarked;
