/** A HubSpot and OpenAI stand-in in memory, served over real HTTP, for the demo and the tests. */
@NullMarked
package io.leadscore.sandbox;

import org.jspecify.annotations.NullMarked;
