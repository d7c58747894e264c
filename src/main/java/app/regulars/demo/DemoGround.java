package app.regulars.demo;

import app.regulars.account.Registration;
import org.springframework.stereotype.Component;

/** Whether there is room for a demonstration: a database in which nobody has begun a shop. */
@Component
class DemoGround {

    private final Registration registration;

    DemoGround(Registration registration) {
        this.registration = registration;
    }

    boolean isEmpty() {
        return registration.isWithoutStaff();
    }
}
