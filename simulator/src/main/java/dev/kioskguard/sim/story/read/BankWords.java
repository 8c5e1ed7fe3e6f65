package dev.kioskguard.sim.story.read;

import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.sim.story.Story.Action;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.web.bank.TransferBody;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The steps of the bank's application and host. */
final class BankWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BankWords() {}

    static Action transfer(Part part) {
        ObjectNode body = body(part);
        TransferRequest request = request(part, body);
        return scene -> scene.ask(body, request);
    }

    /** Reads what the guard itself would read, so that a story is refused for what the guard would refuse. */
    private static TransferRequest request(Part part, ObjectNode body) {
        try {
            Fields fields = Fields.of(JSON.writeValueAsBytes(body));
            TransferRequest request = TransferBody.read(fields);
            Manner unused = TransferBody.assist(fields);
            fields.optionalText("language", 1, 35);
            fields.optionalBoolean("submit");
            fields.done();
            return request;
        } catch (ProblemException refused) {
            throw part.wrong(refused.problem().detail());
        }
    }

    private static ObjectNode body(Part part) {
        if (!part.node().isObject()) {
            throw part.wrong("write the body of POST /sim/transfer: amount {currency, minor}, payee {name, account} …");
        }
        return (ObjectNode) JSON.readTree(JSON.writeValueAsBytes(part.node()));
    }

    static Action resume(Part part) {
        @Nullable
        String code = StepWords.isBare(part) ? null : part.onlyWith("code").wordAt("code");
        return scene -> scene.stage().bank().resume(code);
    }

    static Action host(Part part) {
        part.onlyWith("cancel", "submit");
        if (part.get("cancel").isPresent() == part.get("submit").isPresent()) {
            throw part.wrong("write either 'cancel: true' or 'submit: again' or 'submit: {what is changed}'");
        }
        if (part.get("cancel").isPresent()) {
            Part cancel = part.require("cancel", "true");
            if (!cancel.flag()) {
                throw cancel.wrong("write true");
            }
            return scene -> scene.stage().bank().cancel();
        }
        Part submit = part.require("submit", "again");
        boolean again = submit.node().isString() && submit.word().equals("again");
        ObjectNode changes = again ? JSON.createObjectNode() : body(submit);
        return scene -> scene.stage().bank().submit(changes);
    }
}
