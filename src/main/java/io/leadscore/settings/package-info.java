/** Reads what an operator sets, in the environment and in files, and says in one sentence what is wrong with it. */
@NullMarked
package io.leadscore.settings;

import org.jspecify.annotations.NullMarked;
