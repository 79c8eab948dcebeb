/** What the projection keeps on disk: rows, events and outcomes by key, and the indexes that follow from them. */
@NullMarked
package io.appeals.projections.store;

import org.jspecify.annotations.NullMarked;
