package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a channel: of each lead at once, or of all in a digest. */
final class WebhookCarrier implements Carrier {

    private final @Nullable Webhook webhook;
    private final Notifying notifying;

    /** @param webhook null: none is set */
    WebhookCarrier(@Nullable Webhook webhook, Notifying notifying) {
        this.webhook = webhook;
        this.notifying = notifying;
    }

    @Override
    public ActionKind kind() {
        return ActionKind.WEBHOOK;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<List<Errand>> parcels(List<Errand> errands) {
        return Parcels.of(errands, errand -> "channel");
    }

    @Override
    public Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
        Outcome outcome = webhook == null
                ? new Outcome.Blocked("No webhook is set.", "Set LEAD_SCORE_SLACK_WEBHOOK_URL.")
                : webhook.post(Message.of(
                                portalId, errands.stream().map(Errand::action).toList(), notifying)
                        .slack());
        return HubSpotOutcomes.all(errands, outcome);
    }
}
