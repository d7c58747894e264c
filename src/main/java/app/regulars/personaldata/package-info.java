/**
 * What the shop knows of people, in one place: the map of all columns, download, erasure, requests and their due dates, incidents,
 * retention, and the owner's copy of everything. The data itself stays with the modules that hold it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Personal data",
        allowedDependencies = {"notification", "notification :: ui", "search", "customer", "account", "staff", "privacy", "privacy :: ui"})
package app.regulars.personaldata;
