package io.leadscore.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sales team that owns the seeded records. */
enum Owner {
    ALVA(41_629_779, 9_586_504, "Alva", "Lindqvist"),
    BRUNO(41_629_780, 9_586_505, "Bruno", "Castellani"),
    CHIDI(41_629_781, 9_586_506, "Chidi", "Okonkwo"),
    DAGNY(41_629_782, 9_586_507, "Dagny", "Petersen");

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

    Map<String, ?> toJson() {
        return Json.object(
                "id",
                id(),
                "email",
                email(),
                "type",
                "PERSON",
                "firstName",
                firstName,
                "lastName",
                lastName,
                "userId",
                userId,
                "archived",
                false,
                "teams",
                List.of());
    }
}
