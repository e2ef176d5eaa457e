package io.leadscore.lead;

/** Where a person works in the company, derived from the job title, which itself is never kept. */
public enum Department {
    GENERAL_MANAGEMENT,
    SALES,
    MARKETING,
    FINANCE,
    HUMAN_RESOURCES,
    INFORMATION_TECHNOLOGY,
    ENGINEERING,
    PRODUCT,
    OPERATIONS,
    PURCHASING,
    LEGAL,
    CUSTOMER_SERVICE,
    RESEARCH,
    EDUCATION,
    OTHER
}
