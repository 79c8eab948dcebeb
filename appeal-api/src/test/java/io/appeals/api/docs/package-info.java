@NullMarked
package io.appeals.api.docs;

import org.jspecify.annotations.NullMarked;
