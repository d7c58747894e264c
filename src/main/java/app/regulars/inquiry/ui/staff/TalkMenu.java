package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquirySorting;
import app.regulars.inquiry.InquirySorting.Sort;
import app.regulars.inquiry.InquirySorting.Sorted;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.Macro;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What can be done with the open inquiry beside answering it: put away, make one, take apart, ready answers and macros. */
final class TalkMenu {

    private final Fragment talk;
    private final Fragment composer;
    private final InquirySorting sorting;
    private final DeskTools tools;
    private final Supplier<StaffId> me;
    private final Supplier<InquiryNumber> number;
    private final ToIntFunction<Map<String, String>> version;
    private final Runnable again;
    private final BiConsumer<Sorted, Integer> sorted;
    private final Texts texts;
    private final Supplier<Locale> locale;

    TalkMenu(Fragment talk, Fragment composer, InquirySorting sorting, DeskTools tools, Supplier<StaffId> me, Supplier<InquiryNumber> number,
            ToIntFunction<Map<String, String>> version, Runnable again, BiConsumer<Sorted, Integer> sorted, Texts texts, Supplier<Locale> locale) {
        this.talk = talk;
        this.composer = composer;
        this.sorting = sorting;
        this.tools = tools;
        this.me = me;
        this.number = number;
        this.version = version;
        this.again = again;
        this.sorted = sorted;
        this.texts = texts;
        this.locale = locale;
    }

    void listen() {
        talk.on("type", values -> sort(values, Sort.type(InquiryType.of(values.get("value")))));
        talk.on("team", values -> sort(values, Sort.team(tools.teams(locale.get()).containsKey(values.get("value")) ? values.get("value") : "")));
        talk.on("snooze", values -> {
            var until = tools.moment(values.get("until"));
            if (until != null) {
                sort(values, Sort.until(until));
            }
        });
        talk.on("wake", values -> sort(values, Sort.back()));
        talk.on("merge", values -> tried(() -> {
            var into = values.getOrDefault("into", "");
            sorting.merge(number.get(), version.applyAsInt(values), new InquiryNumber(into), AnswerPane.version(values.get("seen-" + into)), me.get());
            again.run();
        }));
        talk.on("take-out", values -> tried(() -> {
            sorting.takeOut(new InquiryNumber(values.getOrDefault("number", "")), number.get(), version.applyAsInt(values), me.get());
            again.run();
        }));
        talk.on("split", values -> uuid(values.get("message")).ifPresent(message -> tried(() -> {
            var deed = Ids.next();
            var made = sorting.split(number.get(), version.applyAsInt(values), message, deed, me.get());
            Notices.done(texts.get(locale.get(), "inquiry.desk.split.done", Map.of("number", made.value())));
            sorted.accept(new Sorted(deed, 1, List.of()), 1);
        })));
        composer.on("canned", values -> uuid(values.get("value")).ifPresent(reply -> insert(tools.filled(reply, number.get(), me.get()))));
        composer.on("macro", values -> uuid(values.get("value")).flatMap(this::macro).ifPresentOrElse(this::preview, () -> composer.patch("#macro-preview", "")));
        composer.on("macro-apply", values -> uuid(values.get("id")).flatMap(this::macro).ifPresent(macro -> apply(values, macro)));
    }

    private Optional<Macro> macro(UUID id) {
        return tools.macros().stream().filter(macro -> macro.id().equals(id)).findFirst();
    }

    /** What it would change, before it does. */
    private void preview(Macro macro) {
        var changes = new java.util.ArrayList<String>();
        if (macro.take()) {
            changes.add(text("inquiry.macro.take"));
        }
        if (macro.priority() != null) {
            changes.add(text("inquiry.priority." + macro.priority().code()));
        }
        if (macro.type() != null) {
            changes.add(text("inquiry.type." + macro.type().code()));
        }
        if (macro.team() != null) {
            changes.add(tools.teams(locale.get()).getOrDefault(macro.team(), macro.team()));
        }
        if (macro.resolves()) {
            changes.add(text("inquiry.desk.then.resolved"));
        }
        composer.patch("#macro-preview", changes(macro, changes));
    }

    private String changes(Macro macro, List<String> changes) {
        var reply = macro.canned() == null ? "" : tools.filled(macro.canned(), number.get(), me.get());
        return tools.render("inquiry/desk-macro.jte", locale.get(), Map.of("macro", macro, "changes", changes, "reply", reply));
    }

    /** The changes are made at once and can be undone; the reply stands in the composer, to be sent by a person. */
    private void apply(Map<String, String> values, Macro macro) {
        var done = sort(values, new Sort(macro.take() ? me.get() : null, false, macro.priority(), macro.type(), macro.team(), null, false, false));
        composer.patch("#macro-preview", "");
        if (!done) {
            return;
        }
        if (macro.canned() != null) {
            insert(tools.filled(macro.canned(), number.get(), me.get()));
        }
        if (macro.resolves()) {
            composer.getElement().executeJs("const then=this.querySelector('#then');if(then)then.value='resolved'");
        }
    }

    /** Puts a text into the answer, behind what stands there; nothing leaves by itself. */
    void insert(String text) {
        composer.getElement().executeJs("const t=this.querySelector('#answer-text');if(t){this.querySelector('[name=kind][value=reply]')?.click();"
                + "t.value=(t.value.trim()?t.value.trimEnd()+'\\n\\n':'')+$0;t.dispatchEvent(new Event('input',{bubbles:true}));t.focus()}", text);
    }

    private boolean sort(Map<String, String> values, Sort what) {
        return tried(() -> sorted.accept(sorting.sort(number.get(), version.applyAsInt(values), what, me.get()), 1));
    }

    /** @return whether it was done; what stood in its way is said */
    private boolean tried(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refused refused) {
            again.run(); // what stands there now, the choice that was not made taken back
            Notices.error(texts.get(locale.get(), refused.key(), refused.arguments()));
            return false;
        }
    }

    private String text(String key) {
        return texts.get(locale.get(), key);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
