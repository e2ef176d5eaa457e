/** The only room that speaks HubSpot: paths, tokens, limits, wire types, errors, mapping to facts. */
@NullMarked
package io.leadscore.hubspot;

import org.jspecify.annotations.NullMarked;
