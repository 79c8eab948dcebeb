/** How appeals are found and put in order: scopes, filters, cursors and the merge of partitions. Pure. */
@NullMarked
package io.appeals.projections.listing;

import org.jspecify.annotations.NullMarked;
