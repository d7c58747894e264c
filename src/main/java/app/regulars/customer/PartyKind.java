package app.regulars.customer;

/** Whether a customer is one person or a company with people of its own. */
public enum PartyKind {
    PERSON, COMPANY
}
