import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch, until its input ends. Arguments: a folder to work in, and the port before the one it answers on. */
public class Node {

    public static void main(String[] arguments) throws Exception {
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> settings.put("discovery.type", "single-node")).build(OpenSearchRunner.newConfigs().clusterName("beside-the-tests")
                .numOfNode(1).basePath(arguments[0]).baseHttpPort(Integer.parseInt(arguments[1])));
        while (System.in.read() >= 0) {
            continue;
        }
        runner.close();
        System.exit(0);
    }
}
