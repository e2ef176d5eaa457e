/** What a change of a lead's priority sets off: workflow, task, owner, list, note, notification; each once. */
@NullMarked
package io.leadscore.actions;

import org.jspecify.annotations.NullMarked;
