package dev.kioskguard.guard.event;

import dev.kioskguard.guard.state.Notice;
import java.time.Duration;

/**
 * What is to be told beside a transfer.
 *
 * @param wording what the customer will read, by its digest
 * @param readFor the least time before it may be acknowledged
 * @param elder whether the application says that the issuer calls this customer elder
 */
public record NoticeWanted(Notice.Wording wording, Duration readFor, boolean elder) {}
