@NullMarked
package io.appeals.api.feed;

import org.jspecify.annotations.NullMarked;
