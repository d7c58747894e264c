package app.regulars.journeys;

import app.regulars.testing.RunningApplication;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What a person of the demonstration has ordered. Its numbers depend on the day: on a Monday the demonstration has had another week than on a Sunday. */
record OrdersOf(RunningApplication application, String email) {

    /** The number of the last one that arrived. */
    String lastDelivered() {
        var schema = application.schema();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
             var statement = connection.prepareStatement("select o.number from sales_order o join customer c on c.id = o.customer_id where c.email = ? and o.delivered_at is not null "
                     + "order by o.placed_at desc limit 1")) {
            statement.setString(1, email);
            var row = statement.executeQuery();
            if (!row.next()) {
                throw new AssertionError(email + " has no order that arrived");
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
