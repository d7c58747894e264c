package app.regulars.demo;

import java.util.List;

/** What became of orders after they were delivered, as it stands in {@code demo/after.json}. */
record DemoAfter(List<Return> returns, List<Answer> answers, Standing standing) {

    /** @param product a piece of it comes back, out of the person's latest order with it that had arrived by then @param reason as the shop calls it in English */
    record Return(String person, String product, String kind, String reason, String wish, String words, double daysAgo, List<Step> steps) {

        String name() {
            return "return:" + person;
        }
    }

    /** @param what "approved", "sent", "received", "inspected" or "settled" @param words the remark, or who carries it */
    record Step(String what, double daysAgo, String words, String tracking, String found, String amount) {
    }

    /** @param answeredBy a member of staff, or null @param hoursAfter after the question, and of the answer to a bad one after that */
    record Answer(String person, double hoursAfter, int rating, String words, String answeredBy, String answer, double answerHoursAfter) {

        String name() {
            return "after:" + person;
        }
    }

    record Standing(String person, String list, int everyWeeks) {
    }
}
