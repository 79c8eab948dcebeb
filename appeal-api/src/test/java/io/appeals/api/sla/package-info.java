@NullMarked
package io.appeals.api.sla;

import org.jspecify.annotations.NullMarked;
