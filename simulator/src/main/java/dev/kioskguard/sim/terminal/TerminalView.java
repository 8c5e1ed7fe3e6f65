package dev.kioskguard.sim.terminal;

import java.util.List;
import java.util.Map;

/**
 * The terminal as somebody standing before it sees it.
 *
 * @param card {@code inside|at-exit|returned|retained|none}
 * @param keypad {@code idle|plain|pin}
 * @param keysLost keys pressed while nobody listened
 * @param lights the flash rate of each light
 * @param speaker {@code on|muted}
 * @param display the rows of the text display
 * @param pictures how many pictures the camera took
 * @param sensors what each sensor says
 * @param faults the fault of each device that has one
 */
public record TerminalView(
        String card,
        String keypad,
        int keysLost,
        Map<String, String> lights,
        String speaker,
        List<String> display,
        int pictures,
        Map<String, String> sensors,
        Map<String, String> faults) {}
