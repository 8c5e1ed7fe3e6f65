package dev.kioskguard.sim.bank.host;

import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.transfer.clearance.Refusal;
import tools.jackson.databind.JsonNode;

/** A transfer in the application's words ({@code POST /api/transfers}), brought into the form that is signed. */
final class PresentedTransfer {

    private static final String KIND_UNLESS_SAID = "transfer";

    private PresentedTransfer() {}

    /**
     * Returns the canonical form.
     *
     * @param session the visit in which it was cleared, taken where the body names none
     * @throws RefusedException with {@link Refusal#FORM} if the body is no transfer
     */
    static CanonicalTransfer canonical(JsonNode body, String terminal, String session) {
        JsonNode payee = body.path("payee");
        JsonNode amount = body.path("amount");
        JsonNode minor = amount.path("minor");
        if (!minor.isIntegralNumber() || !minor.canConvertToLong()) {
            throw new RefusedException(Refusal.FORM);
        }
        try {
            return new CanonicalTransfer(
                    optional(body, "kind", KIND_UNLESS_SAID),
                    required(payee, "name"),
                    required(payee, "account"),
                    optional(payee, "bank", ""),
                    required(amount, "currency"),
                    minor.longValue(),
                    terminal,
                    optional(body, "sessionId", session));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.FORM);
        }
    }

    private static String required(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new RefusedException(Refusal.FORM);
        }
        return value.stringValue();
    }

    private static String optional(JsonNode node, String name, String otherwise) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? otherwise : required(node, name);
    }
}
