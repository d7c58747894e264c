package app.regulars.platform.privacy;

import app.regulars.platform.identity.CustomerId;
import java.util.Map;

/** Implemented by every module that holds personal data; collected by the privacy module. */
public interface PersonalDataSource {

    /** The name of the block of data, a text key. */
    String block();

    /** Everything this module knows of the person, ready for JSON. */
    Map<String, Object> export(CustomerId customer);

    /** Anonymizes what this module knows of the person, keeping what the books need. */
    void erase(CustomerId customer);
}
