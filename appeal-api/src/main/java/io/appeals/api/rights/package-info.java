/** What the product and those around it may do on a Kafka cluster with ACLs, and the check of it at the start. */
@NullMarked
package io.appeals.api.rights;

import org.jspecify.annotations.NullMarked;
