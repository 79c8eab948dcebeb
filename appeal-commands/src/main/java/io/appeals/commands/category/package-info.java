/** The catalogue of appeal categories: what each requires, whether a submission has it, and which category fits a description. Pure. */
@NullMarked
package io.appeals.commands.category;

import org.jspecify.annotations.NullMarked;
