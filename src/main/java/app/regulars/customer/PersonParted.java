package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** A record that was person and company in one became the company's; the person has one of her own now. */
public record PersonParted(CustomerId company, CustomerId person, Instant at) {
}
