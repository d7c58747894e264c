package app.regulars.platform.security;

/** By what somebody showed who she is. */
public enum Proof {

    PASSWORD,
    /** With the device's own check of the person, so that it counts for two. */
    PASSKEY,
    /** A link or code that was mailed to the address of the account. */
    MAIL,
    /** Another provider's sign-in. */
    PROVIDER,
    /** A browser that was to stay signed in. Says nothing of who sits before it now. */
    REMEMBERED,
    /** The second step after one of the others. */
    SECOND_FACTOR;

    /** Whether a person was there just now. */
    public boolean isFresh() {
        return this != REMEMBERED;
    }
}
