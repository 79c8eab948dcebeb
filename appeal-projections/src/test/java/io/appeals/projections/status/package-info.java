@NullMarked
package io.appeals.projections.status;

import org.jspecify.annotations.NullMarked;
