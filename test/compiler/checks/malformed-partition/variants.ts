import { martWith } from "../models.ts";

const by = (text: string) => () => [martWith({ partitionBy: [text] })];

export const variants = {
  plural: by("months(day)"),
  "without its number": by("bucket(id)"),
  "with a number too many": by("month(day, 2)"),
  "the other way round": by("bucket(16, id)"),
  "an expression": by("day + interval '1' day"),
  "two in one": by("day, status"),
  "more SQL": by("day) as (x"),
};
