package io.leadscore.sandbox;

import java.util.Random;

/** What every endpoint works on. */
record Account(
        SandboxOptions options,
        ObjectStore store,
        PropertyReader reader,
        ObjectJson json,
        PropertyValidator validator,
        ContactRollups rollups,
        Owners owners,
        Random shuffle) {

    static Account of(SandboxOptions options) {
        ObjectStore store = new ObjectStore(options.clock(), options.indexLag());
        Owners owners = new Owners();
        PropertyReader reader = new PropertyReader(store);
        return new Account(
                options,
                store,
                reader,
                new ObjectJson(store, reader),
                new PropertyValidator(store, owners),
                new ContactRollups(store),
                owners,
                new Random(options.seed()));
    }

    String nowIso() {
        return options.clock().instant().toString();
    }
}
