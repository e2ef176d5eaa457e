/** Pure facts: a lead as known at an instant. */
@NullMarked
package io.leadscore.lead;

import org.jspecify.annotations.NullMarked;
