package app.regulars.customer;

/** What a custom field holds; named by customer.field-kind.{name in lower case}. */
public enum FieldKind {
    TEXT, NUMBER, DATE, YES_NO, CHOICE
}
