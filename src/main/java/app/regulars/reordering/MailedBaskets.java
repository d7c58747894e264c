package app.regulars.reordering;

import app.regulars.customer.Companies;
import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visitors' door: a filled basket for whoever holds the link out of a reminder, on any device. It shows goods at the customer's prices
 * and nothing else of her: no name, no address, no order.
 */
@Service
@Transactional
public class MailedBaskets {

    private final Letters letters;
    private final Reminders reminders;
    private final Filling filling;
    private final Companies companies;
    private final Clock clock;

    MailedBaskets(Letters letters, Reminders reminders, Filling filling, Companies companies, Clock clock) {
        this.letters = letters;
        this.reminders = reminders;
        this.filling = filling;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * @param file    null when the link has ended
     * @param same    whether everybody else would pay the same
     * @param mine    whether whoever looks is signed in as the customer it is for
     * @param stopped whether the reminder is stopped; null where nobody asked for it
     */
    public record Basket(ListFile file, boolean same, boolean mine, Instant until, Boolean stopped) {
    }

    /** Nothing for a link that is not ours. @param viewer whoever is signed in, or null */
    public Optional<Basket> open(String token, CustomerId viewer) {
        return letters.read(token).map(letter -> {
            var stopped = letter.reminder() == null ? null : reminders.find(letter.reminder()).filter(row -> reminders.of(row.customer(), row.person()).stream()
                    .anyMatch(each -> each.id().equals(row.id()))).isEmpty();
            if (!clock.instant().isBefore(letter.endsAt()) || !Reminding.isFor(companies, letter.person(), letter.customer())) {
                return new Basket(null, false, letter.customer().equals(viewer), letter.endsAt(), stopped);
            }
            letters.opened(letter.id(), clock.instant());
            var lines = letters.lines(letter.id());
            var file = filling.file(null, "", lines, letter.customer());
            var everybodys = filling.file(null, "", lines, null);
            return new Basket(file, everybodys.wishes().size() == file.wishes().size() && everybodys.total().compareTo(file.total()) == 0, letter.customer().equals(viewer),
                    letter.endsAt(), stopped);
        });
    }

    /** Ends the reminder this letter came from; once more changes nothing. */
    public void stop(String token) {
        letters.read(token).filter(letter -> letter.reminder() != null).ifPresent(letter -> reminders.stop(letter.reminder(), letter.person(), clock.instant()));
    }
}
