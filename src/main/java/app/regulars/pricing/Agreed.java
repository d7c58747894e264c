package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A recorded exception that holds now. @param amount of one piece, or null @param percent off the list price, or null */
record Agreed(UUID id, Scope scope, Money amount, BigDecimal percent, String reason, Instant since) {
}
