@NullMarked
package io.appeals.api;

import org.jspecify.annotations.NullMarked;
