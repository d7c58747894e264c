package app.regulars.customer;

/** For whom a custom field is there besides staff; named by customer.field-audience.{name in lower case}. */
public enum FieldAudience {
    STAFF, CUSTOMER_READS, CUSTOMER_WRITES
}
