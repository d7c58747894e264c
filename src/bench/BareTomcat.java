import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.catalina.startup.Tomcat;

/** The floor of every page: Tomcat alone, answering 30 kB from memory. Arguments: port. */
public class BareTomcat {

    public static void main(String[] args) throws Exception {
        var body = new byte[30 * 1024];
        Arrays.fill(body, (byte) 'x');
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-tomcat").toString());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector();
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "floor", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.setContentType("text/html;charset=UTF-8");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            }
        });
        context.addServletMappingDecoded("/", "floor");
        tomcat.start();
        tomcat.getServer().await();
    }
}
