@NullMarked
package io.appeals.api.caller;

import org.jspecify.annotations.NullMarked;
