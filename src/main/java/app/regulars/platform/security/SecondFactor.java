package app.regulars.platform.security;

import app.regulars.platform.identity.SignedIn;

/**
 * Says who has to show a second thing before being let in. Asked at every sign-in, whatever the first proof; until the second one is
 * given, the session knows who it is (see {@link SecondStep}) but has no roles and reaches only {@link #page()}.
 * Without a bean of this kind one proof is enough.
 */
public interface SecondFactor {

    /** @param first by what the person has shown who she is; {@link Proof#SECOND_FACTOR} is never asked about */
    boolean isNeeded(SignedIn who, Proof first);

    /** The address where the second proof is asked for, such as "/second-step". */
    String page();
}
