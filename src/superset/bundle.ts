import { strToU8, zipSync } from "fflate";
import { yaml } from "../../compiler/text/yaml.ts";

/** What an environment adds to the bundle. */
export interface SupersetBinding {
  /** SQLAlchemy address of Trino: `trino://user@host:443/lake`. A password in it has to be `XXXXXXXXXX`. */
  readonly uri: string;
  /** Catalog of the lake there, where it is called otherwise than in the bundle. */
  readonly catalog?: string;
}

/** Files of the emitted `superset/bundle/`, by their path below it. */
export type SupersetFiles = ReadonlyMap<string, string>;

/**
 * The bundle bound to an environment, as the zip that Superset imports. The same files and the same binding make the
 * same bytes.
 */
export function bundleZip(files: SupersetFiles, binding: SupersetBinding): Uint8Array {
  const lake = lakeOf(files);
  const entries = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => [`bundle/${path}`, strToU8(bound(path, text, lake, binding))] as const);
  // Zip knows no time before 1980.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 });
}

/** Path of the database's file in the bundle; passwords are given by it. */
export function databasePath(files: SupersetFiles): string | undefined {
  return [...files.keys()].find((path) => path.startsWith("databases/"));
}

/** The catalog that the bundle was written for: the last part of the placeholder's address. */
function lakeOf(files: SupersetFiles): string {
  const text = files.get(databasePath(files) ?? "") ?? "";
  return decodeURIComponent(/^sqlalchemy_uri: .*\/([^/"'?]+)["']?$/mu.exec(text)?.[1] ?? "");
}

function bound(path: string, text: string, lake: string, { uri, catalog = lake }: SupersetBinding): string {
  if (path.startsWith("databases/")) return replaced(text, "sqlalchemy_uri", uri);
  // A dataset of another catalog than the lake's stays where it is.
  if (!path.startsWith("datasets/") || !text.includes(`\n${line("catalog", lake)}\n`)) return text;
  return replaced(text, "catalog", catalog);
}

/** The text with another value in the only line of a key at the top. */
function replaced(text: string, key: string, value: string): string {
  const pattern = new RegExp(`^${key}: .*$`, "mu");
  if (!pattern.test(text)) throw new Error(`the bundle has no line \`${key}:\``);
  return text.replace(pattern, () => line(key, value));
}

function line(key: string, value: string): string {
  return yaml({ [key]: value }).trimEnd();
}
