/** What can be asked about SLA clocks over HTTP. */
@NullMarked
package io.appeals.api.sla;

import org.jspecify.annotations.NullMarked;
