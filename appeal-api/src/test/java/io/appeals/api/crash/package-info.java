/** What is left of a node's word after it was killed. */
@NullMarked
package io.appeals.api.crash;

import org.jspecify.annotations.NullMarked;
