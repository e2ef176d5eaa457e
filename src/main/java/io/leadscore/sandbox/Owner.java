package io.leadscore.sandbox;

import java.util.List;
import java.util.Locale;

/** The sales team that every account starts with. */
enum Owner {
    ALVA(41_629_779, 9_586_504, "Alva", "Lindqvist"),
    BRUNO(41_629_780, 9_586_505, "Bruno", "Castellani"),
    CHIDI(41_629_781, 9_586_506, "Chidi", "Okonkwo"),
    DAGNY(41_629_782, 9_586_507, "Dagny", "Petersen"),
    /** Left the team, and owns nothing. */
    ELIF(41_629_783, 9_586_508, "Elif", "Aydin"),
    /** A queue of tasks, no person. */
    INBOUND(41_629_790, 9_586_515, "Inbound", "Queue");

    /** Those who own the seeded records. */
    static final List<Owner> SELLERS = List.of(ALVA, BRUNO, CHIDI, DAGNY);

    private final long id;
    private final long userId;
    private final String firstName;
    private final String lastName;

    Owner(long id, long userId, String firstName, String lastName) {
        this.id = id;
        this.userId = userId;
        this.firstName = firstName;
        this.lastName = lastName;
    }

    String id() {
        return String.valueOf(id);
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String email() {
        return firstName.toLowerCase(Locale.ROOT) + "@seller.example";
    }

    long number() {
        return id;
    }

    long userId() {
        return userId;
    }
}
