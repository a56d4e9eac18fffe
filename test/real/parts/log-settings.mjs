// Log4j settings of Kafka, Connect and their tools; without them every client prints its whole configuration.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const text = (level) => `
status=error
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %-5p [%X{connector.context}] %c{1}: %m%n
rootLogger.level=${level}
rootLogger.appenderRef.console.ref=console
logger.network.name=org.apache.kafka.clients.NetworkClient
logger.network.level=error
logger.configuration.name=org.apache.kafka.common.config.AbstractConfig
logger.configuration.level=error
`;

/** Writes the settings for a level into a folder and gives the file. */
export function logSettings(folder, level) {
  const file = join(folder, `log4j2-${level}.properties`);
  writeFileSync(file, text(level));
  return file;
}
