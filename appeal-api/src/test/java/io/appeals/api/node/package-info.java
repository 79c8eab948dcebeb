@NullMarked
package io.appeals.api.node;

import org.jspecify.annotations.NullMarked;
