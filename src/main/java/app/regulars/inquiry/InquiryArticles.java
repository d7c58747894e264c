package app.regulars.inquiry;

import app.regulars.customer.CustomerDirectory;
import app.regulars.faq.ArticleSource;
import app.regulars.faq.SourceWords;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.Markdown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answered inquiries as sources of help articles. Greeting, signature, names, addresses and numbers of the customer are left away as far as a
 * machine can tell; the editor says that a person has to look. Nobody but staff ever sees where it came from; whoever answered is thanked.
 */
@Component
@Transactional(readOnly = true)
class InquiryArticles implements ArticleSource {

    static final String KIND = "inquiry";
    private static final int SUMMARY = 300;
    private static final int SHORT_LINE = 45;
    private static final int SHORTEST_NAME = 3;
    private static final Pattern PERSONAL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[a-z]{2,}|\\+?\\d[\\d ().-]{8,}\\d|\\b[A-Z]{2,3}-\\d{3,}\\b");

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final Conversations conversations;
    private final CustomerDirectory customers;
    private final CurrentUser user;

    InquiryArticles(InquiryRepository inquiries, MessageRepository messages, Conversations conversations, CustomerDirectory customers, CurrentUser user) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.conversations = conversations;
        this.customers = customers;
        this.user = user;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<SourceWords> words(String ref) {
        if (!user.may(Permissions.HELP_WRITE) || !user.may(Permissions.INQUIRIES_SEE)) {
            return Optional.empty();
        }
        return inquiries.findByNumber(new InquiryNumber(ref)).flatMap(inquiry -> answer(inquiry).map(answer -> {
            var card = customers.find(inquiry.customer());
            var name = card.map(person -> person.name() + " " + person.displayName()).orElse("");
            var body = anonymous(answer.body(), name);
            return new SourceWords(KIND, ref, card.map(person -> Languages.code(person.locale())).orElse("en"), anonymous(inquiry.subject(), name), Markdown.gist(body, SUMMARY),
                    body, inquiry.productHandle() == null ? List.of() : List.of(inquiry.productHandle()));
        }));
    }

    @Override
    public Optional<Credit> credit(String ref) {
        return inquiries.findByNumber(new InquiryNumber(ref)).map(inquiry -> new Credit(answer(inquiry).map(Message::staff)
                .map(staff -> conversations.staffCards(List.of(staff)).get(staff)).map(card -> card.givenName()).orElse(null), null, "/console/inquiries?open=" + ref));
    }

    /** What staff said last. */
    private Optional<Message> answer(Inquiry inquiry) {
        return messages.findByInquiryIdOrderByWrittenAtAscIdAsc(inquiry.inquiryId()).stream().filter(message -> message.staff() != null).reduce((first, last) -> last);
    }

    static String anonymous(String text, String customer) {
        var lines = Arrays.asList(text.strip().split("\\R"));
        int from = lines.size() > 1 && lines.getFirst().length() <= SHORT_LINE && lines.getFirst().strip().endsWith(",") ? 1 : 0;
        int to = lines.size();
        while (to > from + 1 && lines.get(to - 1).length() <= SHORT_LINE && !lines.get(to - 1).strip().matches(".*[.!?:;)|*-]|.*\\d.*")) {
            to--;
        }
        var words = lines.subList(from, to).stream().collect(Collectors.joining("\n")).strip();
        for (var name : customer.split("[\\s,]+")) {
            if (name.length() >= SHORTEST_NAME) {
                words = Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(words).replaceAll("…");
            }
        }
        return PERSONAL.matcher(words).replaceAll("…");
    }
}
