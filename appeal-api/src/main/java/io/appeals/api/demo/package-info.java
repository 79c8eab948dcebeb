/** A marketplace at work: sellers, reviewers and lawyers who play appeals through the public HTTP API. */
@NullMarked
package io.appeals.api.demo;

import org.jspecify.annotations.NullMarked;
