package app.regulars.platform.security;

import app.regulars.platform.identity.SignedIn;
import java.util.Optional;

/** For the page that asks for the second proof (see {@link SecondFactor}): who waits, and how the person goes on. Answered by the account module. */
public interface SecondStep {

    /** Who has given the first proof in this session and not yet the second. */
    Optional<SignedIn> waiting();

    /**
     * The second proof was right. To be called on the live page, and only by what checked it.
     *
     * @param onward the page to go on to, or null for one's own home; anything that is no page of this shop is as null
     * @return an address that lets this browser in, once and within two minutes; to be gone to with a load of the page
     */
    String passed(String onward);
}
