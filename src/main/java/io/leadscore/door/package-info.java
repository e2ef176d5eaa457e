/** Lets one process carry out the commands of the others over a socket in the home, which nobody else can reach. */
@NullMarked
package io.leadscore.door;

import org.jspecify.annotations.NullMarked;
