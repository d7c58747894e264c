package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryRow;
import app.regulars.inquiry.InquirySorting;
import app.regulars.inquiry.InquirySorting.Sort;
import app.regulars.inquiry.InquirySorting.Sorted;
import app.regulars.inquiry.Priority;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Fragment;
import app.regulars.staff.StaffDirectory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is chosen in the queue, and what is done with all of it at once. */
final class QueuePane {

    private static final int ANEW = -2;

    private final InquirySorting sorting;
    private final StaffDirectory staff;
    private final Supplier<StaffId> me;
    private final BiConsumer<Sorted, Integer> done;
    private final Runnable shown;
    private final Function<String, Instant> moment;
    /** Each with the version that stood on the page when it was chosen, or with none where it is to be seen anew. */
    private final Map<InquiryNumber, Integer> chosen = new HashMap<>();

    QueuePane(Fragment queue, InquirySorting sorting, StaffDirectory staff, Supplier<StaffId> me, Function<String, Instant> moment, Runnable shown, BiConsumer<Sorted, Integer> done) {
        this.sorting = sorting;
        this.staff = staff;
        this.me = me;
        this.moment = moment;
        this.shown = shown;
        this.done = done;
        queue.on("choose", values -> choose(values.getOrDefault("value", ""), AnswerPane.version(values.get("seen")), "true".equals(values.get("checked"))));
        queue.on("bulk-none", values -> {
            chosen.clear();
            shown.run();
        });
        queue.on("bulk-take", values -> sort(Sort.assign(me.get())));
        queue.on("bulk-resolve", values -> sort(Sort.resolved()));
        queue.on("bulk-snooze", values -> sort(Sort.until(moment.apply("tomorrow"))));
        queue.on("bulk-assign", values -> staff.all().stream().filter(card -> card.id().toString().equals(values.get("value"))).findFirst().ifPresent(card -> sort(Sort.assign(card.id()))));
        queue.on("bulk-priority", values -> sort(Sort.priority(Priority.of(values.get("value")))));
    }

    private void choose(String number, int version, boolean yes) {
        if (!number.matches("INQ-\\d{1,12}")) {
            return;
        }
        if (yes && chosen.size() < 200) {
            chosen.put(new InquiryNumber(number), version);
        } else {
            chosen.remove(new InquiryNumber(number));
        }
        shown.run();
    }

    private void sort(Sort what) {
        if (chosen.isEmpty()) {
            return;
        }
        var count = chosen.size();
        var sorted = sorting.sort(Map.copyOf(chosen), what, me.get());
        chosen.keySet().retainAll(sorted.overtaken());
        chosen.replaceAll((number, version) -> ANEW);
        done.accept(sorted, count);
    }

    /** What is not on the page any more is not chosen any more. */
    Set<String> chosenOf(List<InquiryRow> rows) {
        chosen.keySet().retainAll(rows.stream().map(InquiryRow::number).toList());
        rows.forEach(row -> chosen.computeIfPresent(row.number(), (number, version) -> version == ANEW ? row.version() : version));
        return chosen.keySet().stream().map(InquiryNumber::value).collect(Collectors.toSet());
    }

    /** The person has it open and saw this state of it. */
    void saw(InquiryNumber number, int version) {
        chosen.replace(number, version);
    }
}
