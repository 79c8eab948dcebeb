/** What has happened to an appeal. */
@NullMarked
package io.appeals.schema.event;

import org.jspecify.annotations.NullMarked;
