package app.regulars.shipping;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;

/** Where labels are bought. Always asked outside a transaction; whatever it answers can be asked for again. */
interface LabelService {

    /** Whether it is set up here. */
    boolean isOn();

    /**
     * Tells it what is to be sent; costs nothing yet.
     *
     * @return its own name of the shipment
     * @throws LabelTrouble when it does not take it, or does not answer
     */
    String announce(Wanted wanted) throws LabelTrouble;

    /**
     * Buys the label of what was announced; the one that was bought before, where it was.
     *
     * @param carrier in our words; its cheapest way is taken
     * @throws LabelTrouble when there is none, or it does not answer
     */
    Label buy(String theirs, String carrier) throws LabelTrouble;

    /**
     * Gives back a label that nobody will use, where one was bought; again changes nothing.
     *
     * @throws LabelTrouble when the carrier keeps its money ("kept"), or the service does not answer
     */
    void giveBack(String theirs) throws LabelTrouble;

    /** @param reference ours, so that people find it there */
    record Wanted(String reference, PostalAddress from, String fromPhone, Recipients.To to, int grams) {

        @Override
        public String toString() {
            return "a label wanted for " + reference;
        }
    }


    /** @param cost null where it was not said */
    record Label(String trackingNumber, String url, Money cost) {
    }
}
