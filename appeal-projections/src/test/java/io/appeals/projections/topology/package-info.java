@NullMarked
package io.appeals.projections.topology;

import org.jspecify.annotations.NullMarked;
