package io.leadscore.lead;

/** How senior a person is, derived from the job title, which itself is never kept. Most senior first. */
public enum JobLevel {
    OWNER,
    C_LEVEL,
    VICE_PRESIDENT,
    DIRECTOR,
    MANAGER,
    SENIOR,
    STAFF,
    TRAINEE
}
