package app.regulars.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stands between the application and its database server and can be cut: then every connection is gone, and none is answered. */
public final class Relay {

    private static final Pattern SERVER = Pattern.compile("//([^:/?]+):(\\d+)/");

    private final String host;
    private final int port;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Relay(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    @TestConfiguration
    public static class Setup {

        private static Relay relay;

        @Bean
        static BeanPostProcessor throughTheRelay() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof HikariDataSource pool) {
                        var server = SERVER.matcher(pool.getJdbcUrl());
                        if (server.find()) {
                            try {
                                relay = new Relay(server.group(1), Integer.parseInt(server.group(2)));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            pool.setJdbcUrl(server.replaceFirst("//127.0.0.1:" + relay.door.getLocalPort() + "/"));
                            pool.setConnectionTimeout(2_000);
                        }
                    }
                    return bean;
                }
            };
        }

        /** Null where the database is no server. */
        @Bean
        RelayToDatabase relayToDatabase(javax.sql.DataSource database) {
            return new RelayToDatabase(relay);
        }
    }

    /** @param relay null where the database is no server */
    public record RelayToDatabase(Relay relay) {
    }

    public void cut() {
        cut = true;
        open.forEach(Relay::close);
    }

    public void mend() {
        cut = false;
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (cut) {
                    close(client);
                    continue;
                }
                var server = new Socket(host, port);
                open.add(client);
                open.add(server);
                Thread.ofPlatform().daemon().start(() -> pass(client, server));
                Thread.ofPlatform().daemon().start(() -> pass(server, client));
            } catch (IOException gone) {
                // whoever asked comes again
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // the other end is closed as well
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // that was wanted
        }
    }
}
