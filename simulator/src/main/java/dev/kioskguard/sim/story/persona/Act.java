package dev.kioskguard.sim.story.persona;

import java.time.Duration;

/**
 * What a customer is going to do about the screen, unless it changes before.
 *
 * @param after how long from now
 */
public record Act(Duration after, Answer answer) {}
