@NullMarked
package io.appeals.projections.serving;

import org.jspecify.annotations.NullMarked;
