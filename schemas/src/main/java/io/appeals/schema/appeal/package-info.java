/** The words of the business: what an appeal, its subject, its people and its states are called. */
@NullMarked
package io.appeals.schema.appeal;

import org.jspecify.annotations.NullMarked;
