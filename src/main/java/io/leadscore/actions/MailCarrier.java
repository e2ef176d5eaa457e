package io.leadscore.actions;

import io.leadscore.hubspot.HubSpotException;
import io.leadscore.ledger.ActionKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Tells owners, or whoever the rule names, by e-mail: of each lead at once, or of all of an owner's in a digest. */
final class MailCarrier implements Carrier {

    private final @Nullable PostOffice postOffice;
    private final OwnerAddresses addresses;
    private final Notifying notifying;

    /** @param postOffice null: no mail server is set */
    MailCarrier(@Nullable PostOffice postOffice, OwnerAddresses addresses, Notifying notifying) {
        this.postOffice = postOffice;
        this.addresses = addresses;
        this.notifying = notifying;
    }

    @Override
    public ActionKind kind() {
        return ActionKind.MAIL;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<List<Errand>> parcels(List<Errand> errands) {
        addresses.forget();
        return Parcels.of(errands, errand -> {
            String address = step(errand).address();
            return address == null ? "owner " + errand.ownerId() : address;
        });
    }

    @Override
    public Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
        return HubSpotOutcomes.all(errands, send(portalId, errands));
    }

    private Outcome send(long portalId, List<Errand> errands) {
        if (postOffice == null) {
            return new Outcome.Blocked("No mail server is set.", "Set LEAD_SCORE_SMTP_HOST.");
        }
        Errand first = errands.get(0);
        String address;
        try {
            address = address(first);
        } catch (HubSpotException failure) {
            return HubSpotOutcomes.of(failure);
        } catch (CancellationException interrupted) {
            return HubSpotOutcomes.stopped();
        }
        if (address == null) {
            return first.ownerId() == null
                    ? new Outcome.Refused("NO_OWNER", "The lead has no owner who could be told.", false)
                    : new Outcome.Refused(
                            "NO_ADDRESS", "The lead's owner was archived, is a queue, or has no address.", false);
        }
        Message message =
                Message.of(portalId, errands.stream().map(Errand::action).toList(), notifying);
        return postOffice.send(address, message, first.marker());
    }

    private @Nullable String address(Errand errand) {
        String address = step(errand).address();
        Long owner = errand.ownerId();
        if (address != null || owner == null) {
            return address;
        }
        return addresses.of(owner);
    }

    private static Step.Mail step(Errand errand) {
        return (Step.Mail) errand.step();
    }
}
