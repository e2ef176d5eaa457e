/** Tests of the learning room. */
@NullMarked
package io.leadscore.learning;

import org.jspecify.annotations.NullMarked;
