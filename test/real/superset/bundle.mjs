// The emitted bundle of a project, as files and as objects.
import { relative } from "node:path";
import { parse } from "yaml";
import { filesOrFail, readText } from "../lib/projects.mjs";

/** Texts of the files below `superset/bundle/`, by their path there. */
export const bundleFiles = (project) =>
  new Map(
    filesOrFail(project, "superset/bundle", ".yaml").map((file) => [
      relative(`${project.folder}/superset/bundle`, file),
      readText(file),
    ]),
  );

/** The objects of one folder of a bundle: `charts`, `dashboards`, `datasets`, `databases`. */
export const objectsOf = (files, folder) =>
  [...files]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, text]) => ({ path, ...parse(text) }));
