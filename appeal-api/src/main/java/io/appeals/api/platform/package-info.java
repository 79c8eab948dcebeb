/** Platforms that have topics of their own, on this node. */
@NullMarked
package io.appeals.api.platform;

import org.jspecify.annotations.NullMarked;
