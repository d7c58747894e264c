package app.regulars.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Stops a Maven build before its first test where no database can be had, instead of letting every test fail with the
 * same sentence. A single test started from an editor is left alone: many need no database.
 */
public final class TestDatabaseCheck implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("regulars.test.check")) {
            TestDatabase.choose();
        }
    }
}
