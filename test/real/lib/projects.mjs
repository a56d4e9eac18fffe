// Where the compiler's output lies. Lanes read it; a project that lacks what a lane looks for fails that lane.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

const REPOSITORY = new URL("../../../", import.meta.url).pathname;

const foldersIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(folder, entry.name))
        .sort()
    : [];

const isProject = (folder) => existsSync(join(folder, "odp-manifest.json"));

/**
 * Every compiled project: a folder with a manifest in `dags-out` of the repository or of an example.
 * `ODP_REAL_OUT` names another folder of projects instead.
 * @returns {readonly { name: string, folder: string }[]}
 */
export function allProjects() {
  const roots =
    process.env.ODP_REAL_OUT === undefined
      ? [REPOSITORY, ...foldersIn(join(REPOSITORY, "examples"))].map((root) => join(root, "dags-out"))
      : [process.env.ODP_REAL_OUT];
  return roots
    .flatMap(foldersIn)
    .filter(isProject)
    .map((folder) => ({ name: basename(folder), folder }));
}

/** The projects of a lane; none at all is an error, since a lane without input proves nothing. */
export function projectsOrFail() {
  const projects = allProjects();
  if (projects.length > 0) return projects;
  throw new Error(
    "no compiled project (a folder below dags-out with odp-manifest.json); run `odp compile` first",
  );
}

/** Files of a project in code unit order, as absolute paths: those below `folder` whose name ends with `ending`. */
export function filesOf(project, folder, ending) {
  const top = join(project.folder, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Like `filesOf`; none is an error. */
export function filesOrFail(project, folder, ending) {
  const files = filesOf(project, folder, ending);
  if (files.length > 0) return files;
  throw new Error(`project ${project.name} has no *${ending} in ${folder}/`);
}

/** A path as a check names it: below the project. */
export const shortName = (project, file) => `${project.name}/${relative(project.folder, file)}`;

export const readText = (file) => readFileSync(file, "utf8");

/** The entries of a Java properties file as the compiler writes them: one `key=value` a line, `#` comments. */
export function readProperties(file) {
  const lines = readText(file)
    .split("\n")
    .map((line) => line.trim());
  const entries = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    entries.map((line) => {
      const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/.exec(line) ?? [];
      if (key === undefined) throw new Error(`${file}: not a property: ${line}`);
      return [key, value];
    }),
  );
}
