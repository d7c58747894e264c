package app.regulars.demo;

import java.util.List;

/** The people as whom a visitor of the demonstration can sign in. */
final class DemoSignIns {

    /** The same for all of them. */
    static final String PASSWORD = "harbourline";

    /** @param role part of a text key: demo.sign-in.{role} */
    record SignIn(String role, String email) {
    }

    static final List<SignIn> ALL = List.of(new SignIn("person", "amelie@cormier.example"), new SignIn("cafe", "maren@quietoar.example"),
            new SignIn("agent", "ellen@harbourline.example"), new SignIn("manager", "priya@harbourline.example"));

    private DemoSignIns() {
    }

    static List<String> emails() {
        return ALL.stream().map(SignIn::email).toList();
    }
}
