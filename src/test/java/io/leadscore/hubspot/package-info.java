/** Tests of the HubSpot room. */
@NullMarked
package io.leadscore.hubspot;

import org.jspecify.annotations.NullMarked;
