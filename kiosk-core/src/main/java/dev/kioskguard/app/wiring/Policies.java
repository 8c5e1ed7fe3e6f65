package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.risk.RiskPolicy;

/** The guard's policy from the configuration, the risk policy and the content pack. */
public final class Policies {

    private Policies() {}

    public static Policy of(KioskConfig config, RiskPolicy risk, Script script) {
        var customer = config.limits().customer();
        var usual = Limits.USUAL;
        var limits = new Limits(
                customer.screenSilence(),
                customer.held(),
                usual.hangUp(),
                config.limits().watch().callOver(),
                customer.pause(),
                usual.result(),
                customer.keyRepeat(),
                config.limits().memory().stop(),
                new Limits.Dwell(
                        usual.dwell().question(),
                        customer.warningDwell(),
                        usual.dwell().reminder(),
                        usual.dwell().confirmation()),
                usual.voiceMax());
        boolean hosted = config.machine().ownership() == KioskConfig.Ownership.HOSTED;
        var site = new Policy.Site(
                config.terminal().branch(),
                config.terminal().zone(),
                hosted,
                config.rota().hours());
        return new Policy(limits, script, risk, site);
    }
}
