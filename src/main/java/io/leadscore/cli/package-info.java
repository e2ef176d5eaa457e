/** Each command is one class; prints for people, or JSON. */
@NullMarked
package io.leadscore.cli;

import org.jspecify.annotations.NullMarked;
