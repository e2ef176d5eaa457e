/** Asks an AI how well profiles of enumerated facts fit the ideal client, within limits of time and money. */
@NullMarked
package io.leadscore.ai;

import org.jspecify.annotations.NullMarked;
