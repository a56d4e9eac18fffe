import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { plainTexts } from "../support/plain-texts.ts";

/** Keys whose value is a secret by their name. A path to a secret is none. */
const SECRET_KEY =
  /(?:password|passwd|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|authorization|credentials?)$/i;

/** Texts that are secrets by their form, whatever their key. */
const SECRET_FORMS: readonly { readonly what: string; readonly form: RegExp }[] = [
  { what: "a private key", form: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: "an access key of AWS", form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: "an API key of Google", form: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { what: "a token of GitHub", form: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,})/ },
  { what: "a token of Slack", form: /\bxox[abprs]-[0-9A-Za-z-]{10,}/ },
  { what: "a webhook of Slack", form: /hooks\.slack\.com\/services\/T\w+/ },
  { what: "a JSON web token", form: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/ },
  { what: "a bearer token", form: /\bBearer\s+[\w.~+/-]{16,}/ },
  { what: "a password in an address", form: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@${]+@/i },
  { what: "a password in a command", form: /(?:--password|PASSWORD)[= ](?!["']?\$)\S{4,}/ },
];

/** A secret in a text that will be committed. */
export const plainSecret = check({
  code: "ODP7003",
  slug: "plain-secret",
  severity: "error",
  explain: explanation({
    what: "A text that lands in the output looks like a secret: its key is called so (`password`, `token`, ..), or it has the form of a key that some service gives out.",
    why: "The output is committed and reviewed, and stays in the history for ever. The message never shows the text.",
    mend: `Name the secret, \`secret("api")\`, or write the reference that the system resolves itself: \`\${env:..}\` in Kafka Connect, \`\${ENV:..}\` in Trino. If the text was committed already, change the secret.`,
    bad: `run.shell("score", { env: { API_TOKEN: "f81d4fae7dec" } })`,
    good: `run.shell("score", { env: { API_TOKEN: secret("score_api") } })`,
  }),
  run: (graph, report) => {
    for (const { owner, key, value, at } of plainTexts(graph)) {
      const isReference = /\$\{|^$|^(?:true|false|none|null|-?\d+)$/i.test(value.trim());
      const form = SECRET_FORMS.find((one) => one.form.test(value));
      const byKey = SECRET_KEY.test(key) && !isReference;
      if (form === undefined && !byKey) continue;
      report({
        at,
        message: byKey
          ? `${owner} has a plain text under \`${key}\`, which is a secret by its name`
          : `${owner} holds ${form?.what ?? "a secret"} in plain text`,
        help: 'name it with `secret("..")`, or write the reference that the system resolves; if it was committed already, change it',
      });
    }
  },
});
