import { header } from "../../text/header.ts";
import { target } from "../target.ts";

const ATTRIBUTES = `${header("hash", "odp.config.ts")}# Digests are of bytes: line ends stay as they are written.
* text eol=lf
# A file that two branches change has two digests; git keeps both lines, and the next compile cleans up.
odp-manifest.json merge=union
# A list, a line each: two branches that add to it add both.
superset/owned.yaml merge=union
`;

/** How git treats the output. */
export const repository = target({
  summary: "how git merges the output",
  reads: [],
  emit: () => [{ path: ".gitattributes", text: ATTRIBUTES, from: [] }],
});
