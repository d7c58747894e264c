package app.regulars.account;

/** What came of a mailed link. */
public sealed interface Confirmation {

    /** Done. @param secret opens the door once, within two minutes, at /enter/{secret} */
    record Welcome(String secret) implements Confirmation {
    }

    /** The link is right; it was opened in another browser, so the password chosen at registration is asked for. */
    record PasswordNeeded() implements Confirmation {
    }

    /** The link was right once; a new one can be asked for. */
    record Expired() implements Confirmation {
    }

    /** The link was used; there is nothing left to do but to sign in. */
    record Used() implements Confirmation {
    }

    /** No such link. */
    record Unknown() implements Confirmation {
    }
}
