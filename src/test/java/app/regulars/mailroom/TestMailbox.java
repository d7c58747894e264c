package app.regulars.mailroom;

import app.regulars.testing.Post;

/** The mailbox of the tests, as staff would type it. */
final class TestMailbox {

    private TestMailbox() {
    }

    /** @param trusted whose word on senders is taken */
    static MailboxForm at(Post post, String trusted) {
        return new MailboxForm("Help", Post.HELP, "en", null, "127.0.0.1", String.valueOf(post.imap()), "none", "help", "secret", "INBOX", null, null, null, true, trusted, true, true);
    }
}
