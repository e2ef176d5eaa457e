package io.leadscore.scoring;

/** Whether a lead is in the queue that sales works, and if not, why. */
enum Place {
    IN_QUEUE(""),
    CUSTOMER("already a customer"),
    UNQUALIFIED("lead status says unqualified"),
    LOST("deal lost and nothing heard since");

    private final String reason;

    Place(String reason) {
        this.reason = reason;
    }

    String sentence(int ceiling) {
        return reason + ": out of the queue, at most " + ceiling + " points";
    }
}
