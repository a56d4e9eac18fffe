// Loopback stand-ins for what a test machine does not have: a mail server, OpenWhisk.
import { startOpenwhisk } from "../clients/openwhisk.mjs";
import { startSmtpSink } from "../clients/smtp-sink.mjs";

export const smtp = { name: "smtp", needs: [], start: ({ ports }) => startSmtpSink(ports.smtp) };

export const openwhisk = {
  name: "openwhisk",
  needs: [],
  start: ({ ports }) => startOpenwhisk(ports.openwhisk),
};
