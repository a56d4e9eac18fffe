import { chart } from "../../dsl/chart.ts";
import { filter } from "../../dsl/dashboard.ts";
import { metric } from "../../dsl/metric.ts";
import { t } from "../../dsl/model-types.ts";
import { pg } from "../../dsl/postgres-types.ts";
import { run } from "../../dsl/step.ts";
import { test } from "../../dsl/test.ts";
import { suggest } from "../text/suggest.ts";

const FAMILIES: Readonly<Record<string, object>> = { chart, filter, metric, pg, run, t, test };

/** What to say of `t.smallint is not a function`: the word is missing in the language, not in the user's code. */
export function unknownWord(
  message: string,
): { readonly message: string; readonly help: string } | undefined {
  const [, family = "", word = ""] = /(\w+)\.(\w+) is not a function$/u.exec(message) ?? [];
  const members = FAMILIES[family];
  if (members === undefined || word in members) return undefined;
  const known = Object.keys(members);
  const meant = suggest(word, known);
  return {
    message: `there is no \`${family}.${word}\``,
    help:
      meant === undefined ? `\`${family}\` has ${known.join(", ")}` : `did you mean \`${family}.${meant}\`?`,
  };
}
