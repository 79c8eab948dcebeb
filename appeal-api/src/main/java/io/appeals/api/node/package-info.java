/** What runs inside a node, and how it is put together. */
@NullMarked
package io.appeals.api.node;

import org.jspecify.annotations.NullMarked;
