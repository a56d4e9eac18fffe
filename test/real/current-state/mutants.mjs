// Models with one rule taken out: a trial that lets one of them pass proves nothing.

/** A change of the text; it has to hit, or the mutant is the model itself. */
const replaced = (pattern, to) => (text) => {
  const changed = text.replace(pattern, to);
  if (changed === text) throw new Error(`the model no longer holds ${pattern}`);
  return changed;
};
const all =
  (...changes) =>
  (text) =>
    changes.reduce((changed, change) => change(changed), text);

/** `of` says which comparison has to fail. */
export const MUTANTS = [
  {
    name: "repeated changes are applied again",
    of: "state",
    mutate: all(
      replaced("where not (_odp_is_suspect and _odp_sighting > 1)", "where true"),
      replaced("earlier._kafka_offset is null\n        and ordered", "true\n        and ordered"),
    ),
  },
  {
    name: "positions are compared across epochs",
    of: "state",
    mutate: all(
      replaced(
        "if(known._odp_epoch = changes._odp_epoch, known._cdc_lsn, -1)",
        "coalesce(known._cdc_lsn, -1)",
      ),
      replaced(/(partition by [^\n]*), changes\._odp_epoch\n/, "$1\n"),
    ),
  },
  {
    name: "the stand-in of a large value is taken for a value",
    of: "state",
    mutate: replaced(/ and (\w+) is distinct from [^\n]*\) as \1,/g, ") as $1,"),
  },
  {
    name: "rows that an epoch did not show stay",
    of: "state",
    mutate: replaced("position.complete > 1", "false"),
  },
  {
    name: "rows are gone before the snapshot is complete",
    of: "state",
    mutate: replaced("coalesce(last, -1) >= end_offset - 1", "end_offset is not null"),
  },
  {
    name: "late changes of an older epoch win",
    of: "state",
    mutate: all(
      replaced("        and ordered._odp_epoch = ordered._odp_newest_epoch\n", ""),
      replaced("    where ordered._odp_epoch = ordered._odp_newest_epoch\n", ""),
    ),
  },
  {
    name: "repeated changes are changes",
    of: "changes",
    mutate: all(
      replaced("where _odp_sighting = 1", "where true"),
      replaced("where earlier._kafka_offset is null", "where true"),
    ),
  },
  {
    name: "values are not filled forward",
    of: "changes",
    mutate: replaced(/max_by\((\w+), \w+\) over so_far as/g, "$1 as"),
  },
  {
    name: "versions outlive a snapshot that did not show them",
    of: "history",
    mutate: replaced("or epochs.is_complete", "or false"),
  },
  {
    name: "every change is a version",
    of: "history",
    mutate: replaced(/where _odp_version is distinct[^\n]*/, ""),
  },
];
