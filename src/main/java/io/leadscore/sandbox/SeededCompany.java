package io.leadscore.sandbox;

/**
 * A seeded company.
 *
 * @param place country and city as typed
 * @param appeal what the hidden rule makes of industry, size and country: about normal around 0
 */
record SeededCompany(StoredObject object, String name, String domain, String place, double appeal) {}
