package app.regulars.portal;

/** A line of the customer's menu. @param path without the leading slash */
public record PortalMenuEntry(String path, String title, String icon, boolean current) {
}
