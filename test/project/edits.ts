// Small edits of the examples, as one colleague makes them on a branch: each touches its own place in the sources.

import type { Edit } from "./edits/edit.ts";
import { editsOfEveryDeclaration } from "./edits/every-declaration.ts";
import { shopModelEdits } from "./edits/shop-models.ts";
import { shopOutputEdits } from "./edits/shop-outputs.ts";
import { shopSourceEdits } from "./edits/shop-source.ts";
import { companyEdits, quickstartEdits } from "./edits/small.ts";

export const edits: readonly Edit[] = [
  ...shopSourceEdits,
  ...shopModelEdits,
  ...shopOutputEdits,
  ...companyEdits,
  ...quickstartEdits,
  ...editsOfEveryDeclaration(),
];
