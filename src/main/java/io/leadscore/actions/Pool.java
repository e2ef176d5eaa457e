package io.leadscore.actions;

import java.util.List;

/**
 * Those who may get a lead by a policy.
 *
 * @param name what their turns are kept under, 100 characters at the most
 * @param members whoever they are, absent ones included
 */
record Pool(String name, List<Assignee> members) {}
