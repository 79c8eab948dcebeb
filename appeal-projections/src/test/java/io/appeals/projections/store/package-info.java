@NullMarked
package io.appeals.projections.store;

import org.jspecify.annotations.NullMarked;
