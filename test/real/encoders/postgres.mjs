// PostgreSQL literals with both meanings of a backslash, and identifiers.
import { batches, COUNT, expectTexts } from "./compare.mjs";

const NAME_BYTES = 63;

/** Lines of hexadecimal UTF-8; a point ends those that may be empty. */
const fromHex = (output) =>
  output.split("\n").map((line) => Buffer.from(line.replace(".", ""), "hex").toString("utf8"));

export async function postgresChecks({ check, parts }, code) {
  const { query } = parts.postgres;
  const texts = code.take(COUNT, code.nastyTexts(105, { wellFormed: true, nul: false }));
  const literals = texts.map(code.postgresString);

  for (const setting of ["on", "off"]) {
    await check(`PostgreSQL reads its strings, standard_conforming_strings ${setting}`, async () => {
      const selects = batches(literals, 1000).map(
        (batch) =>
          `select encode(convert_to(text, 'UTF8'), 'hex') || '.' from (values ${batch
            .map((literal, index) => `(${index}, ${literal})`)
            .join(", ")}) as texts (place, text) order by place;`,
      );
      const settings = `set standard_conforming_strings = ${setting}; set escape_string_warning = off;`;
      const output = await query("postgres", [settings, ...selects].join("\n"));
      expectTexts(fromHex(output), texts, literals);
    });
  }

  await check("PostgreSQL reads its identifiers", async () => {
    const fits = (text) => text !== "" && Buffer.byteLength(text) <= NAME_BYTES;
    const words = await query("postgres", "select word from pg_get_keywords() order by 1");
    const names = [...words.split("\n"), ...texts.filter(fits).slice(0, 20_000)];
    // In hexadecimal, since psql leaves Unicode's non-characters out of what it prints.
    const selects = names.map((name) => {
      const quoted = code.postgresIdentifier(name);
      const row = `select ${quoted} from (values (1)) as v (${quoted})`;
      return `select encode(convert_to(odp_key, 'UTF8'), 'hex') from (${row}) as r, json_object_keys(row_to_json(r)) as keys (odp_key);`;
    });
    expectTexts(fromHex(await query("postgres", selects.join("\n"))), names, selects);
  });
}
