package app.regulars.selfservice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a customer does without anybody of the staff, and the steps it takes: the one place that says so. A step is reached by a page
 * that is shown (a star stands for one part of an address) or by something done on a page ({@link app.regulars.platform.ui.Deeds}). The last step is the end.
 */
public enum Flow {

    REGISTER(Step.named("form").at("/register").begins(), Step.named("sent").by("register-sent"), Step.named("confirmed").by("register-confirmed").anywhere()),
    FIND(Step.named("looked").at("/search", "/c/*", "/collection/*", "/help").begins(), Step.named("opened").at("/p/*", "/help/*", "/forum/t/*")),
    ORDER(Step.named("cart").by("cart-filled").begins(), Step.named("checked").at("/cart"), Step.named("checkout").at("/checkout").begins(), Step.named("placed").at("/checkout/done/*")),
    REORDER(Step.named("chosen").at("/my/orders/*/reorder", "/my/reorder/*", "/basket/*", "/quick-order").begins(), Step.named("checkout").at("/checkout"),
            Step.named("placed").at("/checkout/done/*")),
    TRACK(Step.named("looked").at("/track", "/my/orders").begins(), Step.named("seen").at("/track/*", "/my/orders/*").begins()),
    RETURN(Step.named("form").at("/my/orders/*/return", "/returns/*").begins(), Step.named("sent").by("return-opened")),
    INVOICE(Step.named("copied").at("/my/invoices/*", "/papers/*/*").begins()),
    ADDRESS(Step.named("opened").by("address-opened").begins(), Step.named("saved").by("address-saved")),
    CONSENT(Step.named("looked").at("/my/privacy", "/newsletter").begins(), Step.named("changed").by("consent-changed")),
    ASK(Step.named("opened").at("/ask").begins(), Step.named("typed").by("question-typed"), Step.named("sent").by("question-sent", "question-solved").begins()),
    FOLLOW(Step.named("list").at("/my/inquiries").begins(), Step.named("read").at("/my/inquiries/*").begins()),
    FORUM(Step.named("opened").at("/forum/new").begins(), Step.named("written").by("forum-written").begins());

    /** Pages that are named in full where somebody comes from; of others only the first part is, as the rest may be a secret of a mailed link. */
    private static final List<String> NAMED_IN_FULL = List.of("p", "c", "collection", "help", "forum", "my", "cart", "checkout", "search", "compare", "contact", "delivery", "terms", "about",
            "privacy", "login", "register", "forgot", "quick-order", "");
    private static final int LONGEST = 200;

    private final List<Step> steps;

    Flow(Step... steps) {
        this.steps = List.of(steps);
    }

    /**
     * One step of a flow.
     *
     * @param begins   whether somebody may begin with it
     * @param anywhere whether it may be done in another browser than the steps before, such as by a mailed link
     */
    record Step(String name, List<String> pages, List<String> deeds, boolean isFirst, boolean isAnywhere) {

        static Step named(String name) {
            return new Step(name, List.of(), List.of(), false, false);
        }

        Step at(String... addresses) {
            return new Step(name, List.of(addresses), deeds, isFirst, isAnywhere);
        }

        Step by(String... done) {
            return new Step(name, pages, List.of(done), isFirst, isAnywhere);
        }

        Step begins() {
            return new Step(name, pages, deeds, true, isAnywhere);
        }

        Step anywhere() {
            return new Step(name, pages, deeds, isFirst, true);
        }

        boolean isAt(String path) {
            return pages.stream().anyMatch(pattern -> matches(pattern, path));
        }

        private static boolean matches(String pattern, String path) {
            var wanted = pattern.split("/", -1);
            var given = path.split("/", -1);
            return wanted.length == given.length
                    && IntStream.range(0, wanted.length).allMatch(part -> "*".equals(wanted[part]) ? !given[part].isEmpty() : wanted[part].equals(given[part]));
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** The names of its steps, in order; texts stand under {@code selfservice.step.} and them. */
    public List<String> stepNames() {
        return steps.stream().map(step -> code() + "." + step.name()).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int last() {
        return steps.size() - 1;
    }

    /** The step whose page that is, or -1; the furthest where several are. */
    int stepAt(String path) {
        return furthest(step -> step.isAt(path));
    }

    /** The step that is reached by doing this, or -1. */
    int stepBy(String deed) {
        return furthest(step -> step.deeds().contains(deed));
    }

    private int furthest(java.util.function.Predicate<Step> fits) {
        for (int step = last(); step >= 0; step--) {
            if (fits.test(steps.get(step))) {
                return step;
            }
        }
        return -1;
    }

    /** Every page that is named here, with its stars. */
    static List<String> pages() {
        var all = new ArrayList<String>();
        Arrays.stream(values()).forEach(flow -> flow.steps.forEach(step -> all.addAll(step.pages())));
        return List.copyOf(all);
    }

    /**
     * Where somebody comes from when she asks a person, as far as the staff may read it: without the secret of a mailed link.
     *
     * @param path the address of a page, without its query; whatever else comes gives null
     */
    public static String origin(String path) {
        if (path == null || path.length() > LONGEST || !path.matches("/[A-Za-z0-9/._~%-]*")) {
            return null;
        }
        var first = path.split("/", -1)[1];
        return first.isEmpty() && path.length() > 1 ? null : NAMED_IN_FULL.contains(first) ? path : "/" + first;
    }

    /** The flows that a page belongs to, by where one comes from as {@link #origin} says it. */
    public static List<Flow> at(String origin) {
        return origin == null ? List.of() : Arrays.stream(values()).filter(flow -> flow.steps.stream().flatMap(step -> step.pages().stream())
                .anyMatch(page -> Step.matches(page, origin) || origin.equals(origin(page.replace("*", "x"))))).toList();
    }
}
