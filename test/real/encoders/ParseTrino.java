import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.StringLiteral;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses expressions, one line of hexadecimal UTF-16 each, and prints their values the same way after a point. */
public class ParseTrino {
    public static void main(String[] arguments) throws Exception {
        SqlParser parser = new SqlParser();
        StringBuilder out = new StringBuilder();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            Expression expression = parser.createExpression(decode(line));
            out.append('.').append(encode(valueOf(arguments[0], expression))).append('\n');
        }
        new PrintStream(System.out, false, "US-ASCII").append(out).flush();
    }

    private static String valueOf(String kind, Expression expression) {
        return switch (kind) {
            case "string" -> ((StringLiteral) expression).getValue();
            case "identifier" -> ((Identifier) expression).getValue();
            case "number" -> switch (expression) {
                case LongLiteral number -> String.valueOf(number.getParsedValue());
                case DoubleLiteral number -> String.valueOf(number.getValue());
                case DecimalLiteral number -> number.getValue();
                case io.trino.sql.tree.GenericLiteral number -> number.getValue();
                default -> throw new IllegalArgumentException(expression.getClass() + " " + expression);
            };
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String decode(String hex) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < hex.length(); at += 4) {
            text.append((char) Integer.parseInt(hex.substring(at, at + 4), 16));
        }
        return text.toString();
    }

    private static String encode(String text) {
        StringBuilder hex = new StringBuilder();
        for (char unit : text.toCharArray()) {
            hex.append(String.format("%04x", (int) unit));
        }
        return hex.toString();
    }
}
