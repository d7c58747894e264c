package app.regulars.privacy.ui.staff;

import java.util.List;

/** The pages about consent at the desk. @param key part of a text key: privacy.desk.tab.{key} */
public record ConsentTab(String key, String address, boolean current) {

    static List<ConsentTab> at(String current) {
        return List.of(tab("purposes", "/console/consents", current), tab("statement", "/console/consents/statement", current),
                tab("ledger", "/console/consents/ledger", current));
    }

    private static ConsentTab tab(String key, String address, String current) {
        return new ConsentTab(key, address, key.equals(current));
    }
}
