package app.regulars.platform.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a member of staff can be allowed: one permission a door or ability, named in {@code @RolesAllowed} of doors and views. Roles are
 * sets of them, kept as data and edited in the console. A permission that is new here is given, once, to the shipped roles that are
 * named beside it when this version starts for the first time; from then on only staff change who has it. The text of a permission
 * stands under {@code platform.permission.} and its name in lower case with hyphens.
 */
public final class Permissions {

    /** Lists, pages and search of orders. */
    public static final String ORDERS_SEE = "ORDERS_SEE";
    /** Every order, also for who belongs to an office; without it she sees what her office sold. */
    public static final String ORDERS_ALL = "ORDERS_ALL";
    /** Agents and their staff, and the keys of programs. */
    public static final String CHANNELS_SETUP = "CHANNELS_SETUP";
    /** Pack, hand over to the carrier, say where a parcel was seen, deliver. */
    public static final String ORDERS_SHIP = "ORDERS_SHIP";
    /** Cancel, and write notes. */
    public static final String ORDERS_CHANGE = "ORDERS_CHANGE";
    /** What was paid and given back, and what does not match. */
    public static final String PAYMENTS_SEE = "PAYMENTS_SEE";
    /** Give back, write down what came in by hand, match statements of the bank. */
    public static final String PAYMENTS_CHANGE = "PAYMENTS_CHANGE";
    /** Returns and complaints, with their pictures and figures. */
    public static final String RETURNS_SEE = "RETURNS_SEE";
    /** Approve, refuse, receive, inspect, write notes. */
    public static final String RETURNS_HANDLE = "RETURNS_HANDLE";
    /** Decide what is given back: money, credit or another piece. */
    public static final String RETURNS_SETTLE = "RETURNS_SETTLE";
    public static final String INQUIRIES_SEE = "INQUIRIES_SEE";
    /** Reply, note, assign, prioritize, resolve, reopen. */
    public static final String INQUIRIES_ANSWER = "INQUIRIES_ANSWER";
    /** Hear what was recorded of calls, and forget where it is. */
    public static final String CALLS_HEAR = "CALLS_HEAR";
    /** The list of customers and each one's file; that a file was opened is kept. */
    public static final String CUSTOMERS_SEE = "CUSTOMERS_SEE";
    /** See the shop with a customer's eyes, without acting for her; each look is kept. */
    public static final String CUSTOMERS_PREVIEW = "CUSTOMERS_PREVIEW";
    public static final String CUSTOMERS_CHANGE = "CUSTOMERS_CHANGE";
    /** Contracts with customers, and their files. */
    public static final String CONTRACTS_SEE = "CONTRACTS_SEE";
    /** Write them down, renew, end, bring files in. */
    public static final String CONTRACTS_CHANGE = "CONTRACTS_CHANGE";
    public static final String CUSTOMERS_MERGE = "CUSTOMERS_MERGE";
    /** Own fields, stages and other ground rules of customer records. */
    public static final String CUSTOMERS_SETUP = "CUSTOMERS_SETUP";
    /** What a customer agreed to, and the proof of it. */
    public static final String CONSENTS_SEE = "CONSENTS_SEE";
    /** Requests for access, correction and erasure; incidents. */
    public static final String PRIVACY_HANDLE = "PRIVACY_HANDLE";
    /** Statements, purposes, wordings, retention. */
    public static final String PRIVACY_SETUP = "PRIVACY_SETUP";
    /** Products with price and stock. */
    public static final String CATALOG_SEE = "CATALOG_SEE";
    public static final String CATALOG_CHANGE = "CATALOG_CHANGE";
    public static final String STOCK_CHANGE = "STOCK_CHANGE";
    /** Price lists, promotions, exceptions, and why something costs what it costs. */
    public static final String PRICES_SEE = "PRICES_SEE";
    public static final String PRICES_CHANGE = "PRICES_CHANGE";
    /** Help articles: write, publish, take back. */
    public static final String HELP_WRITE = "HELP_WRITE";
    /** What is looked for and not found; synonyms, redirects, what stands on top; the index. */
    public static final String SEARCH_TUNE = "SEARCH_TUNE";
    /** Answer and mark solutions in the forum for the shop. */
    public static final String FORUM_ANSWER = "FORUM_ANSWER";
    /** Hide, close and sort what others wrote. */
    public static final String FORUM_MODERATE = "FORUM_MODERATE";
    /** Publish and refuse reviews of products, and answer them for the shop. */
    public static final String REVIEWS_MODERATE = "REVIEWS_MODERATE";
    public static final String OUTBOX_SEE = "OUTBOX_SEE";
    /** Send again what was given up. */
    public static final String OUTBOX_SEND = "OUTBOX_SEND";
    /** Jobs, and news between modules that got stuck. */
    public static final String SYSTEM_RUN = "SYSTEM_RUN";
    /** Take on, suspend, give roles, reset a second step. */
    public static final String STAFF_CHANGE = "STAFF_CHANGE";
    /** Make and change roles. */
    public static final String ROLES_CHANGE = "ROLES_CHANGE";
    /** Who did what, and who looked at whom. */
    public static final String AUDIT_SEE = "AUDIT_SEE";
    public static final String AUDIT_EXPORT = "AUDIT_EXPORT";
    /** Bring records in from files. */
    public static final String DATA_IMPORT = "DATA_IMPORT";
    /** Take records out: lists of customers, everything the shop has. */
    public static final String DATA_EXPORT = "DATA_EXPORT";
    /** Who the merchant is, and how the shop behaves. */
    public static final String SHOP_SETUP = "SHOP_SETUP";
    /** The blocks of the home page, lists and sections, for everybody and for groups. */
    public static final String SHOP_ARRANGE = "SHOP_ARRANGE";

    /** The codes of the roles that every shop begins with. The manager's holds every permission, those of later versions too. */
    public static final String AGENT = "agent";
    public static final String WAREHOUSE = "warehouse";
    public static final String MANAGER = "manager";
    public static final String PRIVACY_OFFICER = "privacy-officer";

    /** @param area what it belongs to, for the page of roles @param shipped who has it at first, beside the manager */
    public record Permission(String code, String area, Set<String> shipped) {

        /** The key of its text. */
        public String key() {
            return "platform.permission." + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** All of them, by area, in the order in which people read them. */
    public static final List<Permission> ALL = Stream.of(
            of("orders", ORDERS_SEE, AGENT, WAREHOUSE), of("orders", ORDERS_ALL, WAREHOUSE), of("orders", ORDERS_SHIP, AGENT, WAREHOUSE), of("orders", ORDERS_CHANGE, AGENT),
            of("orders", PAYMENTS_SEE, AGENT), of("orders", PAYMENTS_CHANGE, AGENT),
            of("orders", RETURNS_SEE, AGENT, WAREHOUSE), of("orders", RETURNS_HANDLE, AGENT, WAREHOUSE), of("orders", RETURNS_SETTLE, AGENT),
            of("inquiries", INQUIRIES_SEE, AGENT), of("inquiries", INQUIRIES_ANSWER, AGENT), of("inquiries", CALLS_HEAR),
            of("customers", CUSTOMERS_SEE, AGENT, PRIVACY_OFFICER), of("customers", CUSTOMERS_PREVIEW, AGENT), of("customers", CUSTOMERS_CHANGE, AGENT), of("customers", CUSTOMERS_MERGE, AGENT),
            of("customers", CONTRACTS_SEE, AGENT), of("customers", CONTRACTS_CHANGE, AGENT),
            of("customers", CUSTOMERS_SETUP),
            of("privacy", CONSENTS_SEE, AGENT, PRIVACY_OFFICER), of("privacy", PRIVACY_HANDLE, PRIVACY_OFFICER), of("privacy", PRIVACY_SETUP, PRIVACY_OFFICER),
            of("shop", CATALOG_SEE, AGENT, WAREHOUSE), of("shop", CATALOG_CHANGE), of("shop", STOCK_CHANGE, WAREHOUSE), of("shop", PRICES_SEE, AGENT), of("shop", PRICES_CHANGE),
            of("shop", SHOP_ARRANGE), of("shop", HELP_WRITE, AGENT), of("shop", SEARCH_TUNE), of("shop", FORUM_ANSWER, AGENT), of("shop", FORUM_MODERATE, AGENT), of("shop", REVIEWS_MODERATE, AGENT),
            of("house", OUTBOX_SEE, AGENT), of("house", OUTBOX_SEND, AGENT), of("house", SYSTEM_RUN), of("house", STAFF_CHANGE), of("house", ROLES_CHANGE),
            of("house", AUDIT_SEE, PRIVACY_OFFICER), of("house", AUDIT_EXPORT, PRIVACY_OFFICER), of("house", DATA_IMPORT), of("house", DATA_EXPORT),
            of("house", SHOP_SETUP), of("house", CHANNELS_SETUP)).toList();

    private static final Set<String> CODES = ALL.stream().map(Permission::code).collect(Collectors.toUnmodifiableSet());

    private Permissions() {
    }

    public static Set<String> codes() {
        return CODES;
    }

    private static Permission of(String area, String code, String... shipped) {
        return new Permission(code, area, Set.of(shipped));
    }
}
