/** Reads .env, the environment and jobs/*.yml into each room's settings, or says in one sentence what is wrong. */
@NullMarked
package io.leadscore.settings;

import org.jspecify.annotations.NullMarked;
