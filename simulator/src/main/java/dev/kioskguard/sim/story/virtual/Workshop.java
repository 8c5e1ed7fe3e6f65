package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.wiring.Clearances;
import dev.kioskguard.app.wiring.GuardSetup.Wording;
import dev.kioskguard.app.wiring.Policies;
import dev.kioskguard.app.wiring.Tellers;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.risk.RiskPolicy;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.web.screen.ScreenFrame;
import dev.kioskguard.web.screen.ScreenView;
import dev.kioskguard.web.screen.ScreenWords;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What every stage in virtual time is built of. The same seed builds the same stages. Used by one thread. */
public final class Workshop {

    /** How long a clip plays that nobody has rendered yet. */
    static final Duration UNRENDERED_CLIP = Duration.ofSeconds(5);

    private final KioskConfig config;
    private final RiskPolicy risk;
    private final Wording wording;
    private final long seed;
    private final ClearanceKeys keys;
    private final Map<String, Duration> clips = new HashMap<>();
    private final Map<Boolean, VirtualGuard.Laws> laws = new HashMap<>();

    /** A workshop for terminals of that configuration that judge so and say these words. */
    public Workshop(KioskConfig config, RiskPolicy risk, Wording wording, long seed) {
        this.config = config;
        this.risk = risk;
        this.wording = wording;
        this.seed = seed;
        this.keys = ClearanceKeys.inMemory(repeatable(seed));
    }

    /** Builds the stage of a story. */
    public VirtualStage stage(Story story) {
        return new VirtualStage(this, story.given());
    }

    /** Returns what characters of a story draw from. */
    public RandomGenerator chance() {
        return new SplittableRandom(seed);
    }

    Journal journal() {
        return new MemoryJournal(repeatable(seed));
    }

    ClearanceKeys keys() {
        return keys;
    }

    String terminal() {
        return config.terminal().id();
    }

    Duration lostAfter() {
        return config.limits().watch().screenLostGrace();
    }

    Clearances clearances(Journal journal) {
        return new Clearances(
                keys,
                journal,
                terminal(),
                () -> wording.pack().version(),
                () -> config.clearance().life());
    }

    /** Returns how the screens of these terminals read. */
    ScreenView view() {
        Tellers tellers = Tellers.of(config.terminal(), wording::pack);
        return new ScreenView(
                new ScreenWords(tellers.wording(), tellers.receipts(), false),
                new ScreenFrame(tellers.displays(), Map.of()));
    }

    /** Returns what the guard decides by on these terminals. */
    public Policy policy() {
        return Policies.of(config, risk, wording.pack().script());
    }

    /** Returns whom a page calls on these terminals, and for how long. */
    Rota rota() {
        return config.rota();
    }

    VirtualGuard.Laws laws(boolean hosted) {
        return laws.computeIfAbsent(hosted, owned -> {
            Policy policy = policy();
            return VirtualGuard.Laws.of(
                    new Policy(
                            policy.limits(),
                            policy.script(),
                            policy.risk(),
                            new Policy.Site(
                                    policy.site().branch(),
                                    policy.zone(),
                                    owned,
                                    policy.site().attended())),
                    wording.pack().version());
        });
    }

    /** Returns how long the voice of a screen plays; zero where the screen has none. */
    public Duration voice(Screen screen) {
        return clips.computeIfAbsent(screen.textId(), this::measured);
    }

    private Duration measured(String textId) {
        String clip = wording.pack().words().screen(textId).voice();
        if (clip == null) {
            return Duration.ZERO;
        }
        Duration rendered = wording.voices().length(clip);
        return rendered.isZero() ? UNRENDERED_CLIP : rendered;
    }

    /** A generator for keys and nonces that draws the same again: nothing that it makes leaves this process. */
    private static SecureRandom repeatable(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform that this runs on has SHA1PRNG", e);
        }
    }
}
