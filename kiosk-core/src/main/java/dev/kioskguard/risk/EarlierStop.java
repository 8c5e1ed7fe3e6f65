package dev.kioskguard.risk;

import java.time.Instant;

/** That a transfer with the same card was stopped before, at another machine of the branch, as that one has told. */
public record EarlierStop(String machine, Instant at) {}
