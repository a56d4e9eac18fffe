import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Properties;

/** Reads keys `<number>.<text>` in the order of their numbers; prints key and value as hexadecimal UTF-16. */
public class ReadProperties {
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(arguments[0])) {
            properties.load(in);
        }
        StringBuilder out = new StringBuilder();
        properties.stringPropertyNames().stream()
                .sorted(Comparator.comparingInt(key -> Integer.parseInt(key.substring(0, key.indexOf('.')))))
                .forEach(key -> out.append('.').append(encode(key)).append('\n').append('.').append(encode(properties.getProperty(key))).append('\n'));
        new PrintStream(System.out, false, "US-ASCII").append(out).flush();
    }

    private static String encode(String text) {
        StringBuilder hex = new StringBuilder();
        for (char unit : text.toCharArray()) {
            hex.append(String.format("%04x", (int) unit));
        }
        return hex.toString();
    }
}
