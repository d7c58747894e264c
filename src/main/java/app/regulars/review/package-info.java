/**
 * Reviews of products by customers: written, checked, published, answered by staff, and summed up for each product. The question after a
 * delivery, which {@link app.regulars.returning} asks, invites to them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Review",
        allowedDependencies = {"catalog", "customer", "staff", "media", "media :: ui", "notification", "ordering", "returning"})
package app.regulars.review;
