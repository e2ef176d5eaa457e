/** Tests of what a change of a lead's priority sets off. */
@NullMarked
package io.leadscore.actions;

import org.jspecify.annotations.NullMarked;
