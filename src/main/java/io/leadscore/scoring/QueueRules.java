package io.leadscore.scoring;

import java.time.Duration;
import java.util.List;

/**
 * Who is not worked by sales as a lead, and therefore scores no more than a ceiling.
 *
 * @param customerStages lifecycle stages of customers
 * @param wonDealIsCustomer whether a won deal makes a customer, whatever the lifecycle stage says
 * @param unqualifiedStatuses lead statuses of those whom sales has turned down
 * @param ceiling most points of a lead that is out of the queue, 0 to 100
 * @param lostReturnAfter after which time a lead with a lost deal and no activity of its own since comes back
 */
public record QueueRules(
        List<String> customerStages,
        boolean wonDealIsCustomer,
        List<String> unqualifiedStatuses,
        int ceiling,
        Duration lostReturnAfter) {

    public QueueRules {
        customerStages = Check.copy(customerStages, "customer-stages");
        unqualifiedStatuses = Check.copy(unqualifiedStatuses, "unqualified-statuses");
        Check.require(ceiling >= 0 && ceiling <= 100, "ceiling must be between 0 and 100, not " + ceiling);
        Check.positive(lostReturnAfter, "lost-return-after");
    }
}
